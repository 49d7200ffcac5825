package dev.hitlai.programs.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where members find their program, and reviewers the applications. */
@Component
class ProgramsNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 690, "Program", "/company/program", Icon.STAR),
        new NavigationItem(Area.TESTER, 310, "Program", "/tester/program", Icon.STAR),
        new NavigationItem(Area.ADMIN, 40, "Applications", "/admin/applications", Icon.INBOX));
  }
}
