package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.Accounts;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Sorting;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's accounts. */
@Controller
@RequestMapping("/admin/users")
class AdminUsersController {
  private static final int ROWS = 25;
  private static final int LAST_PAGE = 10_000;

  private final Accounts accounts;

  AdminUsersController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  String list(
      @AuthenticationPrincipal CurrentUser user,
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    var sorting = Sorting.of(page.address(), "-createdAt");
    int shown = Math.clamp(number, 1, LAST_PAGE);
    var search = new Accounts.Search(q, type(type), sorting.key(), sorting.descending());
    var found = accounts.find(search, ROWS, (shown - 1) * ROWS);
    model.addAttribute("accounts", found.accounts());
    model.addAttribute("pager", new Pager(page.address(), shown, ROWS, found.total()));
    model.addAttribute("sorting", sorting);
    model.addAttribute("q", q);
    model.addAttribute("type", type);
    model.addAttribute("self", user.userId());
    return "identity/users";
  }

  @PostMapping("/{id}/lock")
  String lock(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    try {
      accounts.lock(user, id);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Locked out, everywhere."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/admin/users";
  }

  @PostMapping("/{id}/unlock")
  String unlock(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    accounts.unlock(user, id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Let in again."));
    return "redirect:/admin/users";
  }

  private static @Nullable UserType type(String word) {
    return Arrays.stream(UserType.values())
        .filter(type -> type.value().equals(word))
        .findFirst()
        .orElse(null);
  }
}
