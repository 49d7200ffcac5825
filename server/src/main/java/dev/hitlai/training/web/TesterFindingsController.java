package dev.hitlai.training.web;

import dev.hitlai.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Testers judge the AI's findings of companies that let them. */
@Controller
@RequestMapping("/tester/review/findings")
class TesterFindingsController {
  private static final String BASE = "/tester/review/findings";

  private final ReviewScreens screens;

  TesterFindingsController(ReviewScreens screens) {
    this.screens = screens;
  }

  @GetMapping
  String next(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable UUID id,
      Model model) {
    return screens.show(user, id, BASE, model);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  String say(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute("form") WordForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return screens.say(user, id, form, BASE, model, response, next);
  }

  @PostMapping("/undo")
  String takeBack(@AuthenticationPrincipal CurrentUser user, RedirectAttributes next) {
    return screens.takeBack(user, BASE, next);
  }

  @GetMapping("/ranking")
  String ranking(@AuthenticationPrincipal CurrentUser user, Model model) {
    return screens.ranking(user, BASE, model);
  }

  @PostMapping("/ranking")
  String rank(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return screens.rank(user, entered, BASE, model, response, next);
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}/screenshot")
  ResponseEntity<FileSystemResource> screenshot(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return screens.picture(user, id);
  }
}
