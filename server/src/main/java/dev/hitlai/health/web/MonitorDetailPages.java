package dev.hitlai.health.web;

import dev.hitlai.health.web.MonitorDetail.Span;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Tab;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One monitor: how it does and did. */
@Controller
@RequestMapping({"/admin/api-health", "/company/monitors"})
@Access(company = CompanyRole.VIEWER, admin = true)
class MonitorDetailPages {
  private final MonitorDetail detail;

  MonitorDetailPages(MonitorDetail detail) {
    this.detail = detail;
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  String show(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "day") String span,
      Model model) {
    var place = MonitorPlace.of(user);
    var chosen = Span.of(span);
    model.addAttribute("place", place);
    model.addAttribute("view", detail.read(user, id, chosen));
    model.addAttribute(
        "tabs",
        Arrays.stream(Span.values())
            .map(
                one ->
                    Tab.of(
                        one.label(),
                        place.base() + "/" + id + "?span=" + one.code(),
                        one == chosen))
            .toList());
    return "health/monitor";
  }
}
