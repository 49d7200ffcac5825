package dev.hitlai.web.internal;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** The style guide stands last among the pages of administrators. */
@Component
class WebNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.ADMIN, 900, "Style guide", "/admin/style-guide", Icon.STAR));
  }
}
