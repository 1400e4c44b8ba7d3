import { render } from "preact";
import { Welcome } from "../../components/welcome/Welcome.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { loadShippedCatalog } from "../../utils/library/shipped-library.ts";

followSystemTheme(window);
render(<Welcome catalog={null} />, document.body);
void loadShippedCatalog().then((catalog) => render(<Welcome catalog={catalog} />, document.body));
