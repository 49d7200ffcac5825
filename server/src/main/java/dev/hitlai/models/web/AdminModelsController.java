package dev.hitlai.models.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.models.internal.Providers;
import dev.hitlai.models.internal.Registry;
import dev.hitlai.models.internal.Trials;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators set models up: providers with their keys, versions with their prices. */
@Controller
@RequestMapping("/admin/models")
@Access(admin = true)
class AdminModelsController {
  private static final String HOME = "redirect:/admin/models";

  private final Providers providers;
  private final Registry registry;
  private final Trials trials;
  private final Audit audit;
  private final TransactionTemplate transactions;

  AdminModelsController(
      Providers providers,
      Registry registry,
      Trials trials,
      Audit audit,
      TransactionTemplate transactions) {
    this.providers = providers;
    this.registry = registry;
    this.trials = trials;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("providers", providers.all());
    model.addAttribute("versions", registry.all());
    return "models/models";
  }

  @GetMapping("/providers/new")
  String newProvider(Model model) {
    return provider(null, ProviderForm.EMPTY, Problems.none(), model);
  }

  @PostMapping("/providers")
  String addProvider(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute ProviderForm form,
      @RequestParam(defaultValue = "") String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      var wanted = form.read();
      noted(
          user,
          "model_provider.added",
          () -> providers.add(wanted, key.isBlank() ? null : key, user.userId()).id());
      return home(next, wanted.name() + " is set up. Register a version of a model next.");
    } catch (ApiProblem refused) {
      return provider(null, form, problems(refused, response), model);
    }
  }

  @GetMapping("/providers/{id:[0-9a-fA-F-]{36}}")
  String provider(@PathVariable UUID id, Model model) {
    var found = providers.find(id);
    return provider(found, ProviderForm.of(found), Problems.none(), model);
  }

  @PostMapping("/providers/{id:[0-9a-fA-F-]{36}}")
  String changeProvider(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute ProviderForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      var wanted = form.read();
      noted(user, "model_provider.changed", () -> providers.change(id, wanted, user.userId()).id());
      return home(next, "Saved.");
    } catch (ApiProblem refused) {
      return provider(providers.find(id), form, problems(refused, response), model);
    }
  }

  @PostMapping("/providers/{id:[0-9a-fA-F-]{36}}/key")
  String setKey(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      noted(
          user,
          "model_provider.key",
          () -> providers.setKey(id, key.isBlank() ? null : key, user.userId()).id());
      return home(next, key.isBlank() ? "The key is forgotten." : "The key is kept, encrypted.");
    } catch (ApiProblem refused) {
      var found = providers.find(id);
      return provider(found, ProviderForm.of(found), problems(refused, response), model);
    }
  }

  @GetMapping("/versions/new")
  String newVersion(@RequestParam UUID provider, Model model) {
    return version(providers.find(provider), null, VersionForm.EMPTY, Problems.none(), model);
  }

  @PostMapping("/versions")
  String addVersion(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam UUID provider,
      @ModelAttribute VersionForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      var wanted = form.read();
      noted(user, "model_version.added", () -> registry.add(provider, wanted, user.userId()).id());
      return home(next, wanted.label() + " is registered. Test it before it is used.");
    } catch (ApiProblem refused) {
      return version(providers.find(provider), null, form, problems(refused, response), model);
    }
  }

  @GetMapping("/versions/{id:[0-9a-fA-F-]{36}}")
  String version(@PathVariable UUID id, Model model) {
    var found = registry.find(id);
    return version(
        providers.find(found.providerId()), found, VersionForm.of(found), Problems.none(), model);
  }

  @PostMapping("/versions/{id:[0-9a-fA-F-]{36}}")
  String changeVersion(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute VersionForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    var found = registry.find(id);
    try {
      var wanted = form.read();
      noted(user, "model_version.changed", () -> registry.change(id, wanted, user.userId()).id());
      return home(next, "Saved.");
    } catch (ApiProblem refused) {
      var at = providers.find(found.providerId());
      return version(at, found, form, problems(refused, response), model);
    }
  }

  @PostMapping("/versions/{id:[0-9a-fA-F-]{36}}/test")
  String test(@PathVariable UUID id, RedirectAttributes next) {
    var trial = trials.of(id);
    next.addFlashAttribute(
        Flash.KEY,
        trial.passed()
            ? Flash.success(String.valueOf(trial.message()))
            : Flash.error(String.valueOf(trial.message())));
    return HOME;
  }

  @PostMapping("/versions/{id:[0-9a-fA-F-]{36}}/routing")
  String route(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean in,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    var found = registry.find(id);
    try {
      noted(
          user,
          in ? "model_version.routed" : "model_version.unrouted",
          () -> {
            if (in) {
              registry.putIntoRouting(found.key());
            } else {
              registry.takeOutOfRouting(found.key(), reason);
            }
            return id;
          });
      return home(next, in ? "It is asked again." : "Nothing is sent to it by itself any more.");
    } catch (ApiProblem refused) {
      next.addFlashAttribute(Flash.KEY, Flash.error("Say why it is taken out of routing."));
      return HOME;
    }
  }

  @PostMapping("/versions/{id:[0-9a-fA-F-]{36}}/remove")
  String remove(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes next) {
    noted(
        user,
        "model_version.removed",
        () -> {
          registry.remove(id);
          return id;
        });
    return home(next, "Removed. What it was asked stays in the log.");
  }

  /** The change and its note in the audit are one. */
  private void noted(CurrentUser user, String action, Supplier<UUID> change) {
    transactions.executeWithoutResult(
        _ -> audit.note(user, action, action.substring(0, action.indexOf('.')), change.get()));
  }

  private static String home(RedirectAttributes next, String done) {
    next.addFlashAttribute(Flash.KEY, Flash.success(done));
    return HOME;
  }

  static Problems problems(ApiProblem refused, HttpServletResponse response) {
    if (refused.code() == ErrorCode.NOT_FOUND) {
      throw refused;
    }
    response.setStatus(400);
    var byField = new HashMap<String, String>();
    refused.details().forEach((field, why) -> byField.put(field, String.valueOf(why)));
    return new Problems(byField);
  }

  private static String provider(
      Providers.@org.jspecify.annotations.Nullable Provider found,
      ProviderForm form,
      Problems problems,
      Model model) {
    model.addAttribute("found", found);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "models/provider";
  }

  private static String version(
      Providers.Provider provider,
      Registry.@org.jspecify.annotations.Nullable Entry found,
      VersionForm form,
      Problems problems,
      Model model) {
    model.addAttribute("provider", provider);
    model.addAttribute("found", found);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "models/version";
  }
}
