package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.testing.internal.people.PeopleReport;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The printable report is the one that the API serves; a run without one shows itself instead. */
@Controller
class ReportPageController {
  private final PeopleReport reports;

  ReportPageController(PeopleReport reports) {
    this.reports = reports;
  }

  @GetMapping("/company/tests/{id:[0-9a-fA-F-]{36}}/report")
  @Access(company = CompanyRole.VIEWER, admin = true)
  String report(@PathVariable UUID id) {
    return reports.find(id).isPresent()
        ? "forward:/api/test-runs/" + id + "/report.html"
        : "redirect:/company/tests/" + id;
  }
}
