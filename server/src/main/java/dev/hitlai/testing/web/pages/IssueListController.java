package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Access(company = CompanyRole.VIEWER)
class IssueListController {
  private static final int SIZE = 25;
  private static final int EXPORTED = 10_000;

  private final Findings findings;

  IssueListController(Findings findings) {
    this.findings = findings;
  }

  /** The filter as the address has it. */
  record Query(
      @Nullable String severity,
      @Nullable String category,
      @Nullable String status,
      @Nullable String review,
      @Nullable String q,
      @Nullable String sort) {
    FindingFilter filter() {
      return new FindingFilter(severity, category, status, review, null, q);
    }

    String order() {
      return sort == null ? "severity" : sort;
    }
  }

  @GetMapping("/company/issues")
  String list(
      Page page,
      Query query,
      Model model,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    var filter = query.filter();
    long total = findings.count(filter);
    var pager = new Pager(page.address(), Paging.number(number, total, SIZE), SIZE, total);
    var rows = findings.list(filter, query.order(), SIZE, (long) (pager.number() - 1) * SIZE);
    model.addAttribute("rows", rows.stream().map(FindingRow::of).toList());
    model.addAttribute("pager", pager);
    model.addAttribute("filters", IssueFilters.of(page.address(), filter, query.order()));
    return "testing/issues";
  }

  @GetMapping("/company/issues.csv")
  ResponseEntity<byte[]> export(Query query) {
    var rows = findings.list(query.filter(), query.order(), EXPORTED, 0);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"findings.csv\"")
        .header("Cache-Control", "no-store")
        .body(FindingsCsv.of(rows).getBytes(StandardCharsets.UTF_8));
  }
}
