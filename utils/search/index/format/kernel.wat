;; The hottest loops of a search: decoding postings, adding up scores, collecting results, checksums. Each function
;; equals its TypeScript twin to the bit; tests compare them. `npm run kernel` translates this file into
;; `kernel-base64.ts`. Text format: https://developer.mozilla.org/docs/WebAssembly/Guides/Understanding_the_text_format
(module
  ;; MiniSearch's constants (see BM25 in wasm-kernel.ts); $k is k + 1.
  (import "bm25" "d" (global $d f64))
  (import "bm25" "k" (global $k f64))

  ;; Memory layout: regions for 32,768 passages each, the batch size (PASSAGES_PER_BATCH).
  (memory (export "memory") 20)
  ;; A record of 16 bytes per passage: f64 score; at 8 u16 number of query terms found; at 10 u16 number of the last of
  ;; them; at 12 u8 flag: a variant matched by its spelling.
  (global $records i32 (i32.const 0))
  ;; u32 length of each passage in distinct words.
  (global $lengths (export "lengths") i32 (i32.const 524288))
  ;; u32 passages and term frequencies of postings. $docs also receives the passages found.
  (global $docs (export "docs") i32 (i32.const 655360))
  (global $frequencies (export "frequencies") i32 (i32.const 786432))
  ;; f64 score of each passage found, and u8 flag: it matched by sound only.
  (global $scores (export "scores") i32 (i32.const 917504))
  (global $sound_only (export "soundOnly") i32 (i32.const 1179648))
  ;; Input bytes, or the f64 length norm of each passage length. Last, so that it can grow.
  (global $scratch (export "scratch") i32 (i32.const 1212416))

  ;; Loads at least 25 bits from bit $at on, left-aligned. Past the end they are 0.
  (func $bits (param $at i32) (param $length i32) (result i32)
    (local $byte i32)
    (local $four i32)
    (local.set $byte (i32.shr_u (local.get $at) (i32.const 3)))
    (if (i32.ge_u (local.get $byte) (local.get $length)) (then (return (i32.const 0))))
    (local.set $four (i32.load align=1 (i32.add (global.get $scratch) (local.get $byte))))
    (i32.shl
      (i32.or
        (i32.and (i32.rotl (local.get $four) (i32.const 8)) (i32.const 0x00ff00ff))
        (i32.and (i32.rotr (local.get $four) (i32.const 8)) (i32.const 0xff00ff00)))
      (i32.and (local.get $at) (i32.const 7))))

  ;; Twin of readPlainPostings in postings-codec.ts. Reads $length bytes in $scratch, followed by four zero bytes, from
  ;; bit $at on. Returns the bit after the last posting.
  (func (export "decodePostings")
    (param $length i32) (param $at i32) (param $count i32) (param $rice i32) (param $doc i32) (result i32)
    (local $i i32)
    (local $gap i32)
    (local $ones i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $i) (local.get $count)))
        ;; A block begins at a byte boundary.
        (if (i32.eqz (i32.and (local.get $i) (i32.const 127)))
          (then (local.set $at (i32.and (i32.add (local.get $at) (i32.const 7)) (i32.const -8)))))
        (local.set $gap (i32.const 0))
        (loop $more
          (local.set $ones
            (i32.clz (i32.xor (call $bits (local.get $at) (local.get $length)) (i32.const -1))))
          (if (i32.ge_u (local.get $ones) (i32.const 25))
            (then
              (local.set $gap (i32.add (local.get $gap) (i32.const 25)))
              (local.set $at (i32.add (local.get $at) (i32.const 25)))
              (br $more))))
        (local.set $gap (i32.add (local.get $gap) (local.get $ones)))
        (local.set $at (i32.add (local.get $at) (i32.add (local.get $ones) (i32.const 1))))
        (if (local.get $rice)
          (then
            (local.set $gap
              (i32.add
                (i32.shl (local.get $gap) (local.get $rice))
                (i32.shr_u
                  (call $bits (local.get $at) (local.get $length))
                  (i32.sub (i32.const 32) (local.get $rice)))))
            (local.set $at (i32.add (local.get $at) (local.get $rice)))))
        (local.set $doc (i32.add (local.get $doc) (i32.add (local.get $gap) (i32.const 1))))
        (i32.store (i32.add (global.get $docs) (i32.shl (local.get $i) (i32.const 2))) (local.get $doc))
        (local.set $gap (i32.const 1))
        (loop $more
          (local.set $ones
            (i32.clz (i32.xor (call $bits (local.get $at) (local.get $length)) (i32.const -1))))
          (if (i32.ge_u (local.get $ones) (i32.const 25))
            (then
              (local.set $gap (i32.add (local.get $gap) (i32.const 25)))
              (local.set $at (i32.add (local.get $at) (i32.const 25)))
              (br $more))))
        (local.set $at (i32.add (local.get $at) (i32.add (local.get $ones) (i32.const 1))))
        (i32.store
          (i32.add (global.get $frequencies) (i32.shl (local.get $i) (i32.const 2)))
          (i32.add (local.get $gap) (local.get $ones)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $at))

  ;; Twin of PlainScoreAccumulator.add: adds a contribution to the $count passages in $docs. The batch has $passages
  ;; passages from $from on. Returns the number of passages that counted.
  (func (export "addContribution")
    (param $count i32) (param $from i32) (param $passages i32)
    (param $weight f64) (param $term i32) (param $required i32) (param $spelled i32) (result i32)
    (local $i i32)
    (local $at i32)
    (local $record i32)
    (local $frequency f64)
    (local $added i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $i) (local.get $count)))
        (block $skip
          (local.set $at
            (i32.sub
              (i32.load (i32.add (global.get $docs) (i32.shl (local.get $i) (i32.const 2))))
              (local.get $from)))
          (br_if $skip (i32.ge_u (local.get $at) (local.get $passages)))
          (local.set $record (i32.add (global.get $records) (i32.shl (local.get $at) (i32.const 4))))
          (br_if $skip (i32.lt_u (i32.load16_u offset=8 (local.get $record)) (local.get $required)))
          (local.set $frequency
            (f64.convert_i32_u
              (i32.load (i32.add (global.get $frequencies) (i32.shl (local.get $i) (i32.const 2))))))
          (f64.store (local.get $record)
            (f64.add
              (f64.load (local.get $record))
              (f64.mul
                (local.get $weight)
                (f64.add
                  (global.get $d)
                  (f64.div
                    (f64.mul (local.get $frequency) (global.get $k))
                    (f64.add
                      (local.get $frequency)
                      (f64.load
                        (i32.add
                          (global.get $scratch)
                          (i32.shl
                            (i32.load
                              (i32.add (global.get $lengths) (i32.shl (local.get $at) (i32.const 2))))
                            (i32.const 3))))))))))
          (if (local.get $spelled) (then (i32.store8 offset=12 (local.get $record) (i32.const 1))))
          (if (i32.ne (i32.load16_u offset=10 (local.get $record)) (local.get $term))
            (then
              (i32.store16 offset=10 (local.get $record) (local.get $term))
              (i32.store16 offset=8 (local.get $record)
                (i32.add (i32.load16_u offset=8 (local.get $record)) (i32.const 1)))))
          (local.set $added (i32.add (local.get $added) (i32.const 1))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $added))

  ;; Twin of PlainScoreAccumulator.take: writes the passages with at least $min_terms query terms to $docs, $scores and
  ;; $sound_only, and clears the records. Returns their number.
  (func (export "takePassages") (param $from i32) (param $passages i32) (param $min_terms i32) (result i32)
    (local $at i32)
    (local $record i32)
    (local $terms i32)
    (local $found i32)
    (local.set $record (global.get $records))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $at) (local.get $passages)))
        (local.set $terms (i32.load16_u offset=8 (local.get $record)))
        (if (i32.ge_u (local.get $terms) (local.get $min_terms))
          (then
            (i32.store
              (i32.add (global.get $docs) (i32.shl (local.get $found) (i32.const 2)))
              (i32.add (local.get $from) (local.get $at)))
            (f64.store
              (i32.add (global.get $scores) (i32.shl (local.get $found) (i32.const 3)))
              (f64.mul (f64.load (local.get $record)) (f64.convert_i32_u (local.get $terms))))
            (i32.store8
              (i32.add (global.get $sound_only) (local.get $found))
              (i32.eqz (i32.load8_u offset=12 (local.get $record))))
            (local.set $found (i32.add (local.get $found) (i32.const 1)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $record (i32.add (local.get $record) (i32.const 16)))
        (br $next)))
    (memory.fill (global.get $records) (i32.const 0) (i32.shl (local.get $passages) (i32.const 4)))
    (local.get $found))

  ;; Twin of computePlainChecksum in checksum.ts: hashes $words words of four bytes in $scratch, starting with $hash.
  (func (export "computeChecksum") (param $words i32) (param $hash i32) (result i32)
    (local $at i32)
    (local $end i32)
    (local.set $at (global.get $scratch))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $words) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $at) (local.get $end)))
        (local.set $hash
          (i32.mul (i32.xor (local.get $hash) (i32.load (local.get $at))) (i32.const 0x01000193)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.get $hash)))
