import { render } from "preact";
import { Welcome } from "../../components/welcome/Welcome.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { shippedCatalog } from "../../utils/library/shipped.ts";

followSystemTheme(window);
render(<Welcome catalog={null} />, document.body);
void shippedCatalog().then((catalog) => render(<Welcome catalog={catalog} />, document.body));
