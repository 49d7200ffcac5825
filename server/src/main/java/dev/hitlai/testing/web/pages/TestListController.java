package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Tab;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All runs: a company's own, or everybody's for an administrator. */
@Controller
class TestListController {
  private static final int SIZE = 25;

  private final RunOverviews runs;

  TestListController(RunOverviews runs) {
    this.runs = runs;
  }

  @GetMapping("/company/tests")
  @Access(company = CompanyRole.VIEWER)
  String ofCompany(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    fill(page, model, status, number);
    return "testing/tests";
  }

  @GetMapping("/admin/tests")
  @Access(admin = true)
  String ofEverybody(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    fill(page, model, status, number);
    return "testing/admin-tests";
  }

  private void fill(Page page, Model model, String status, String number) {
    var wanted = wanted(status);
    long total = runs.count(wanted);
    var pager = new Pager(page.address(), Paging.number(number, total, SIZE), SIZE, total);
    var rows = runs.list(wanted, SIZE, (long) (pager.number() - 1) * SIZE);
    model.addAttribute("rows", rows.stream().map(RunRow::of).toList());
    model.addAttribute("pager", pager);
    model.addAttribute("tabs", tabs(page, wanted));
  }

  private List<Tab> tabs(Page page, @Nullable RunStatus wanted) {
    var all = page.address().without("status").without("page");
    var tabs = new ArrayList<Tab>();
    tabs.add(new Tab("All", all.toString(), wanted == null, runs.count(null)));
    for (RunStatus status : RunStatus.values()) {
      String label =
          status == RunStatus.HITL_PAUSED ? "Waiting for people" : Words.title(status.code());
      tabs.add(
          new Tab(
              label,
              all.with("status", status.code()).toString(),
              status == wanted,
              runs.count(status)));
    }
    return tabs;
  }

  private static @Nullable RunStatus wanted(String status) {
    for (RunStatus one : RunStatus.values()) {
      if (one.code().equals(status)) {
        return one;
      }
    }
    return null;
  }
}
