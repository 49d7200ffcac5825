package dev.hitlai.unlock.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class UnlockNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 692, "Milestones", "/company/milestones", Icon.STAR),
        new NavigationItem(Area.COMPANY, 700, "Support", "/company/support", Icon.INBOX),
        new NavigationItem(Area.ADMIN, 60, "Milestones", "/admin/milestones", Icon.STAR),
        new NavigationItem(Area.ADMIN, 62, "Roadmap", "/admin/roadmap", Icon.CHART),
        new NavigationItem(Area.ADMIN, 64, "Messages", "/admin/messages", Icon.INBOX));
  }
}
