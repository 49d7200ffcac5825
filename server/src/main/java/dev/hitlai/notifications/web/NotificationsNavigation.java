package dev.hitlai.notifications.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notices for everybody, mail for administrators. */
@Component
class NotificationsNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 790, "Notifications", "/notifications", Icon.BELL),
        new NavigationItem(Area.TESTER, 790, "Notifications", "/notifications", Icon.BELL),
        new NavigationItem(Area.ADMIN, 790, "Notifications", "/notifications", Icon.BELL),
        new NavigationItem(Area.ADMIN, 780, "Mail", "/admin/mail", Icon.MAIL));
  }
}
