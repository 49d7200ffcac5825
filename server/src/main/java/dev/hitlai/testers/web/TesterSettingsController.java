package dev.hitlai.testers.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.Availability;
import dev.hitlai.testers.TesterSettings;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a tester wants to be asked for. */
@Controller
@RequestMapping("/tester/preferences")
class TesterSettingsController {
  private final TesterSettings settings;

  TesterSettingsController(TesterSettings settings) {
    this.settings = settings;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return show(settings.of(user.requireTester()), Problems.none(), model);
  }

  @PostMapping
  String change(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String techLiteracy,
      @RequestParam(defaultValue = "") String languages,
      @RequestParam(defaultValue = "") String devices,
      @RequestParam(defaultValue = "3") String maxOpen,
      @RequestParam(defaultValue = "") List<String> days,
      @RequestParam(defaultValue = "") String pausedUntil,
      @RequestParam(defaultValue = "false") boolean active,
      @RequestParam(defaultValue = "false") boolean onLeaderboard,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var problems = new LinkedHashMap<String, String>();
    var availability = new Availability(open(maxOpen, problems), days, day(pausedUntil, problems));
    var values =
        new TesterSettings.Values(
            techLiteracy, words(languages), words(devices), active, availability, onLeaderboard);
    if (problems.isEmpty()) {
      try {
        settings.change(user.requireTester(), values);
        redirect.addFlashAttribute(Flash.KEY, Flash.success("Saved."));
        return "redirect:/tester/preferences";
      } catch (ApiProblem problem) {
        if (problem.code() != ErrorCode.VALIDATION_ERROR) {
          throw problem;
        }
        problem.details().forEach((field, why) -> problems.put(field, "It " + why + "."));
      }
    }
    response.setStatus(400);
    return show(values, new Problems(problems), model);
  }

  private static String show(TesterSettings.Values values, Problems problems, Model model) {
    model.addAttribute("values", values);
    model.addAttribute("problems", problems);
    return "testers/settings";
  }

  private static @Nullable Integer open(String text, LinkedHashMap<String, String> problems) {
    if (text.strip().matches("[1-9]|10")) {
      return Integer.valueOf(text.strip());
    }
    problems.put("maxOpen", "Choose a number from 1 to 10.");
    return null;
  }

  private static @Nullable LocalDate day(String text, LinkedHashMap<String, String> problems) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      problems.put("pausedUntil", "Give a date, or leave it empty.");
      return null;
    }
  }

  private static List<String> words(String text) {
    return List.of(text.split("[,;\\s]+"));
  }
}
