package dev.hitlai.safety.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SafetyNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.ADMIN, 330, "Bias", "/admin/bias", Icon.PEOPLE),
        new NavigationItem(Area.ADMIN, 340, "Safety board", "/admin/safety", Icon.SHIELD));
  }
}
