package dev.hitlai.testing.web.tester;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.people.AssignmentStatus;
import dev.hitlai.testing.internal.people.Submissions;
import dev.hitlai.testing.internal.people.TesterReport;
import dev.hitlai.testing.internal.people.Workbench;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Carrying a test out: the mission, and a report that is kept while it is written. */
@Controller
@RequestMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}")
class ExecuteController {
  private static final String OVERWROTE =
      "Another tab had saved this report meanwhile; what you see here has replaced it.";

  private final Workbench bench;
  private final Submissions submissions;

  ExecuteController(Workbench bench, Submissions submissions) {
    this.bench = bench;
    this.submissions = submissions;
  }

  @GetMapping("/execute")
  String show(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    var now = bench.read(user, id);
    if (now.assignment().status() != AssignmentStatus.IN_PROGRESS || now.assignment().review()) {
      return "redirect:/tester/tests/" + id;
    }
    return show(now, now.report(), Problems.none(), model);
  }

  /** While somebody writes. */
  @PostMapping("/draft")
  String draft(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    var form = new ExecuteForm(request.getParameterMap());
    var saved = bench.save(user, id, form.report(), form.version(), form.tab());
    model.addAttribute("version", saved.version());
    model.addAttribute("overwrote", saved.overwrote());
    model.addAttribute("keptClosed", saved.keptClosed());
    return "testing/draft";
  }

  /** Whatever button was pressed, what was written is kept first. */
  @PostMapping("/execute")
  String act(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "save") String action,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next)
      throws IOException {
    if (bench.read(user, id).assignment().status() == AssignmentStatus.SUBMITTED) {
      return "redirect:/tester/tests/" + id;
    }
    var form = new ExecuteForm(request.getParameterMap());
    var report = changed(form.report(), action);
    var problems = new LinkedHashMap<String, String>();
    try {
      var saved = bench.save(user, id, report, form.version(), form.tab());
      if (saved.overwrote()) {
        next.addFlashAttribute(Flash.KEY, Flash.info(OVERWROTE));
      }
      problems.putAll(keepPictures(user, id, request));
      if (problems.isEmpty()) {
        return finish(user, id, action, report, next);
      }
      response.setStatus(400);
    } catch (ApiProblem problem) {
      if (problem.code() != ErrorCode.VALIDATION_ERROR) {
        throw problem;
      }
      response.setStatus(400);
      problems.putAll(ExecuteForm.named(problem.details()));
    }
    var now = bench.read(user, id);
    var shown = now.report().findings().isEmpty() ? report : now.report();
    return show(now, shown, new Problems(problems), model);
  }

  private static TesterReport changed(TesterReport report, String action) {
    var findings = new ArrayList<>(report.findings());
    if (action.equals("add")) {
      findings.add(TesterReport.OwnFinding.EMPTY);
    } else if (action.matches("remove\\.\\d{1,3}")) {
      int index = Integer.parseInt(action.substring("remove.".length()));
      if (index < findings.size()) {
        findings.remove(index);
      }
    }
    return report.withFindings(findings);
  }

  private String finish(
      CurrentUser user, UUID id, String action, TesterReport report, RedirectAttributes next) {
    switch (action) {
      case "close" -> submissions.closeOwn(user, id, bench.read(user, id).report().findings());
      case "submit" -> {
        var kept = bench.read(user, id).report();
        submissions.submit(user, id, kept);
        next.addFlashAttribute(Flash.KEY, Flash.success("Handed in. Thank you!"));
        return "redirect:/tester/tests/" + id;
      }
      default -> {
        // Kept already.
      }
    }
    String place =
        switch (action) {
          case "add" -> "#finding-" + (report.findings().size() - 1);
          case "close" -> "#ai-findings";
          default -> "";
        };
    return "redirect:/tester/tests/" + id + "/execute" + place;
  }

  private Map<String, String> keepPictures(CurrentUser user, UUID id, HttpServletRequest request)
      throws IOException {
    var problems = new LinkedHashMap<String, String>();
    if (request instanceof MultipartHttpServletRequest multipart) {
      for (Map.Entry<String, MultipartFile> file : multipart.getFileMap().entrySet()) {
        if (!file.getValue().isEmpty() && file.getKey().matches("picture\\.\\d{1,3}")) {
          int index = Integer.parseInt(file.getKey().substring("picture.".length()));
          try {
            bench.addScreenshot(user, id, index, file.getValue().getBytes());
          } catch (ApiProblem problem) {
            problems.put("picture." + index, problem.sentence());
          }
        }
      }
    }
    return problems;
  }

  private static String show(
      Workbench.Bench now, TesterReport report, Problems problems, Model model) {
    model.addAttribute("test", ExecutePage.of(now, report));
    model.addAttribute("problems", problems);
    return "testing/execute";
  }
}
