package dev.hitlai.monitoring.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the platform measures about itself, for administrators. */
@Component
class MonitoringNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.ADMIN, 700, "Security", "/admin/security", Icon.SHIELD),
        new NavigationItem(Area.ADMIN, 710, "API requests", "/admin/requests", Icon.DOCUMENT),
        new NavigationItem(Area.ADMIN, 720, "Limits", "/admin/limits", Icon.LOCK),
        new NavigationItem(Area.ADMIN, 730, "Performance", "/admin/performance", Icon.CHART),
        new NavigationItem(Area.ADMIN, 740, "System", "/admin/system", Icon.MONITOR));
  }
}
