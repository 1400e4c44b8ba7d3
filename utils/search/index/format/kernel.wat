;; What a search does for every passage that a word stands in. The first query of a popup meets tens of thousands of
;; them in code that was never run before; this runs at once as fast as it ever will. Each function does what the one
;; named beside it does in TypeScript, to the bit; tests hold them together. `npm run kernel` writes `bytes.ts`.
(module
  ;; MiniSearch's constants (see kernel.ts).
  (import "bm25" "d" (global $d f64))
  (import "bm25" "k" (global $k f64))

  ;; Where everything lies. Lists of 32,768, as many passages as are gone through at a time.
  (memory (export "memory") 20)
  ;; Of each passage: f64 what it is worth, u16 how many words of the query it has, u16 the last of them, u8 whether
  ;; something else than sound spoke for it.
  (global $tally i32 (i32.const 0))
  ;; u32 how many words each passage has.
  (global $lengths (export "lengths") i32 (i32.const 524288))
  ;; u32 passages, and how often a word stands in each; also those that were found.
  (global $docs (export "docs") i32 (i32.const 655360))
  (global $times (export "times") i32 (i32.const 786432))
  ;; f64 what each passage that was found is worth, and u8 whether it only sounds so.
  (global $scores (export "scores") i32 (i32.const 917504))
  (global $sounds (export "sounds") i32 (i32.const 1179648))
  ;; Bytes that are read, or f64 what a length makes of how often a word stands there.
  (global $free (export "free") i32 (i32.const 1212416))

  ;; The bits from one on, the first one highest; at least 25 of them. Behind the end they are 0.
  (func $bits (param $at i32) (param $length i32) (result i32)
    (local $byte i32)
    (local $four i32)
    (local.set $byte (i32.shr_u (local.get $at) (i32.const 3)))
    (if (i32.ge_u (local.get $byte) (local.get $length)) (then (return (i32.const 0))))
    (local.set $four (i32.load align=1 (i32.add (global.get $free) (local.get $byte))))
    (i32.shl
      (i32.or
        (i32.and (i32.rotl (local.get $four) (i32.const 8)) (i32.const 0x00ff00ff))
        (i32.and (i32.rotr (local.get $four) (i32.const 8)) (i32.const 0xff00ff00)))
      (i32.and (local.get $at) (i32.const 7))))

  ;; readPlainly in runs.ts: passages from the bits at $free, $length bytes and four of 0 behind them. Begins at a bit
  ;; behind a passage, gives the bit behind the last.
  (func (export "decodePostings")
    (param $length i32) (param $at i32) (param $count i32) (param $plain i32) (param $doc i32) (result i32)
    (local $i i32)
    (local $far i32)
    (local $ones i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $i) (local.get $count)))
        ;; A block begins with a byte of its own.
        (if (i32.eqz (i32.and (local.get $i) (i32.const 127)))
          (then (local.set $at (i32.and (i32.add (local.get $at) (i32.const 7)) (i32.const -8)))))
        (local.set $far (i32.const 0))
        (loop $more
          (local.set $ones
            (i32.clz (i32.xor (call $bits (local.get $at) (local.get $length)) (i32.const -1))))
          (if (i32.ge_u (local.get $ones) (i32.const 25))
            (then
              (local.set $far (i32.add (local.get $far) (i32.const 25)))
              (local.set $at (i32.add (local.get $at) (i32.const 25)))
              (br $more))))
        (local.set $far (i32.add (local.get $far) (local.get $ones)))
        (local.set $at (i32.add (local.get $at) (i32.add (local.get $ones) (i32.const 1))))
        (if (local.get $plain)
          (then
            (local.set $far
              (i32.add
                (i32.shl (local.get $far) (local.get $plain))
                (i32.shr_u
                  (call $bits (local.get $at) (local.get $length))
                  (i32.sub (i32.const 32) (local.get $plain)))))
            (local.set $at (i32.add (local.get $at) (local.get $plain)))))
        (local.set $doc (i32.add (local.get $doc) (i32.add (local.get $far) (i32.const 1))))
        (i32.store (i32.add (global.get $docs) (i32.shl (local.get $i) (i32.const 2))) (local.get $doc))
        (local.set $far (i32.const 1))
        (loop $more
          (local.set $ones
            (i32.clz (i32.xor (call $bits (local.get $at) (local.get $length)) (i32.const -1))))
          (if (i32.ge_u (local.get $ones) (i32.const 25))
            (then
              (local.set $far (i32.add (local.get $far) (i32.const 25)))
              (local.set $at (i32.add (local.get $at) (i32.const 25)))
              (br $more))))
        (local.set $at (i32.add (local.get $at) (i32.add (local.get $ones) (i32.const 1))))
        (i32.store
          (i32.add (global.get $times) (i32.shl (local.get $i) (i32.const 2)))
          (i32.add (local.get $far) (local.get $ones)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $at))

  ;; PlainTally.add in plain-tally.ts: what one word says for $count passages at $docs; those at hand are $passages from $from on.
  (func (export "addContribution")
    (param $count i32) (param $from i32) (param $passages i32)
    (param $weight f64) (param $slot i32) (param $needed i32) (param $heard i32) (result i32)
    (local $i i32)
    (local $at i32)
    (local $own i32)
    (local $often f64)
    (local $added i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $i) (local.get $count)))
        (block $past
          (local.set $at
            (i32.sub
              (i32.load (i32.add (global.get $docs) (i32.shl (local.get $i) (i32.const 2))))
              (local.get $from)))
          (br_if $past (i32.ge_u (local.get $at) (local.get $passages)))
          (local.set $own (i32.add (global.get $tally) (i32.shl (local.get $at) (i32.const 4))))
          (br_if $past (i32.lt_u (i32.load16_u offset=8 (local.get $own)) (local.get $needed)))
          (local.set $often
            (f64.convert_i32_u
              (i32.load (i32.add (global.get $times) (i32.shl (local.get $i) (i32.const 2))))))
          (f64.store (local.get $own)
            (f64.add
              (f64.load (local.get $own))
              (f64.mul
                (local.get $weight)
                (f64.add
                  (global.get $d)
                  (f64.div
                    (f64.mul (local.get $often) (global.get $k))
                    (f64.add
                      (local.get $often)
                      (f64.load
                        (i32.add
                          (global.get $free)
                          (i32.shl
                            (i32.load
                              (i32.add (global.get $lengths) (i32.shl (local.get $at) (i32.const 2))))
                            (i32.const 3))))))))))
          (if (local.get $heard) (then (i32.store8 offset=12 (local.get $own) (i32.const 1))))
          (if (i32.ne (i32.load16_u offset=10 (local.get $own)) (local.get $slot))
            (then
              (i32.store16 offset=10 (local.get $own) (local.get $slot))
              (i32.store16 offset=8 (local.get $own)
                (i32.add (i32.load16_u offset=8 (local.get $own)) (i32.const 1)))))
          (local.set $added (i32.add (local.get $added) (i32.const 1))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $added))

  ;; PlainTally.take: the passages at hand that have so many words of the query, to $docs, $scores and $sounds. All is
  ;; as at the beginning then.
  (func (export "takePassages") (param $from i32) (param $passages i32) (param $least i32) (result i32)
    (local $at i32)
    (local $own i32)
    (local $slots i32)
    (local $found i32)
    (local.set $own (global.get $tally))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $at) (local.get $passages)))
        (local.set $slots (i32.load16_u offset=8 (local.get $own)))
        (if (i32.ge_u (local.get $slots) (local.get $least))
          (then
            (i32.store
              (i32.add (global.get $docs) (i32.shl (local.get $found) (i32.const 2)))
              (i32.add (local.get $from) (local.get $at)))
            (f64.store
              (i32.add (global.get $scores) (i32.shl (local.get $found) (i32.const 3)))
              (f64.mul (f64.load (local.get $own)) (f64.convert_i32_u (local.get $slots))))
            (i32.store8
              (i32.add (global.get $sounds) (local.get $found))
              (i32.eqz (i32.load8_u offset=12 (local.get $own))))
            (local.set $found (i32.add (local.get $found) (i32.const 1)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $own (i32.add (local.get $own) (i32.const 16)))
        (br $next)))
    (memory.fill (global.get $tally) (i32.const 0) (i32.shl (local.get $passages) (i32.const 4)))
    (local.get $found))

  ;; checksumPlainly in checksum.ts: of so many steps of four bytes at $free, going on from another one.
  (func (export "computeChecksum") (param $steps i32) (param $hash i32) (result i32)
    (local $at i32)
    (local $end i32)
    (local.set $at (global.get $free))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $steps) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $at) (local.get $end)))
        (local.set $hash
          (i32.mul (i32.xor (local.get $hash) (i32.load (local.get $at))) (i32.const 0x01000193)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.get $hash)))
