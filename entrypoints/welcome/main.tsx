import { render } from "preact";
import { Welcome } from "../../components/welcome/Welcome.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { shippedLibrary } from "../../utils/extension/packaged-library.ts";

followSystemTheme(window);
render(<Welcome catalog={null} />, document.body);
void shippedLibrary.loadCatalog().then((catalog) => render(<Welcome catalog={catalog} />, document.body));
