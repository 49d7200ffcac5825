package dev.hitlai.testing.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TestingNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 10, "Dashboard", "/company/dashboard", Icon.HOME),
        new NavigationItem(Area.COMPANY, 20, "Tests", "/company/tests", Icon.TESTS),
        new NavigationItem(Area.COMPANY, 30, "Findings", "/company/issues", Icon.FINDINGS),
        new NavigationItem(Area.COMPANY, 40, "Personas", "/company/personas", Icon.PERSONA),
        new NavigationItem(Area.COMPANY, 50, "Analytics", "/company/analytics", Icon.CHART),
        new NavigationItem(Area.COMPANY, 55, "AI vs human", "/company/ai-vs-human", Icon.PEOPLE),
        new NavigationItem(Area.ADMIN, 37, "AI performance", "/admin/ai-performance", Icon.CHART),
        new NavigationItem(Area.ADMIN, 10, "Overview", "/admin", Icon.HOME),
        new NavigationItem(Area.TESTER, 10, "Dashboard", "/tester/dashboard", Icon.HOME),
        new NavigationItem(Area.TESTER, 20, "Reviews", "/tester/review", Icon.EYE),
        new NavigationItem(Area.TESTER, 40, "Performance", "/tester/performance", Icon.CHART),
        new NavigationItem(
            Area.TESTER, 50, "Mission control", "/tester/mission-control", Icon.MONITOR),
        new NavigationItem(Area.ADMIN, 20, "Tests", "/admin/tests", Icon.TESTS),
        new NavigationItem(Area.ADMIN, 25, "Disputes", "/admin/disputes", Icon.PEOPLE));
  }
}
