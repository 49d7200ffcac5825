package dev.hitlai.training.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.training.internal.review.Reviewer;
import dev.hitlai.training.internal.review.Reviews;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What testers' and administrators' pages of reviews have in common. */
@Component
class ReviewScreens {
  private final Reviews reviews;
  private final TesterRoster roster;
  private final Clock clock;

  ReviewScreens(Reviews reviews, TesterRoster roster, Clock clock) {
    this.reviews = reviews;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * @throws ApiProblem when the caller is neither a tester nor an administrator
   */
  Reviewer reviewer(CurrentUser user) {
    UUID userId = user.userId();
    if (userId == null) {
      throw ApiProblem.forbidden("Reviews are made by people.");
    }
    if (user.type() == UserType.ADMIN) {
      return new Reviewer(userId, null, true);
    }
    UUID tester = user.requireTester();
    boolean expert = roster.profile(tester).filter(TesterRoster.Profile::expert).isPresent();
    return new Reviewer(userId, tester, expert);
  }

  String show(CurrentUser user, @Nullable UUID chosen, String base, Model model) {
    return show(user, chosen, base, WordForm.empty(), Problems.none(), model);
  }

  private String show(
      CurrentUser user,
      @Nullable UUID chosen,
      String base,
      WordForm form,
      Problems problems,
      Model model) {
    var reviewer = reviewer(user);
    var desk = reviews.desk(reviewer, chosen);
    model.addAttribute("base", base);
    model.addAttribute("admin", reviewer.admin());
    model.addAttribute("desk", desk);
    model.addAttribute("item", desk.item() == null ? null : ReviewView.of(desk.item(), base));
    model.addAttribute("shownAt", Long.toString(clock.millis()));
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "training/review";
  }

  String say(
      CurrentUser user,
      UUID id,
      WordForm form,
      String base,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      if (form.verdict().equals("pass")) {
        reviews.pass(reviewer(user), id);
      } else if (form.verdict().equals("escalate")) {
        reviews.escalate(reviewer(user), id, form.reason());
        next.addFlashAttribute(Flash.KEY, Flash.success("An expert decides."));
      } else {
        reviews.say(reviewer(user), id, form.word(clock));
        next.addFlashAttribute(
            Flash.KEY, Flash.success("Kept. You can take it back for ten minutes."));
      }
      return "redirect:" + base;
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.VALIDATION_ERROR) {
        response.setStatus(400);
        return show(user, id, base, form, problems(refused), model);
      }
      if (refused.code() != ErrorCode.CONFLICT) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:" + base;
    }
  }

  String takeBack(CurrentUser user, String base, RedirectAttributes next) {
    try {
      UUID id = reviews.takeBack(reviewer(user));
      next.addFlashAttribute(Flash.KEY, Flash.success("Taken back. Here it is again."));
      return "redirect:" + base + "?id=" + id;
    } catch (ApiProblem refused) {
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:" + base;
    }
  }

  String ranking(CurrentUser user, String base, Model model) {
    return ranking(user, null, base, "", Problems.none(), model);
  }

  private String ranking(
      CurrentUser user,
      @Nullable UUID run,
      String base,
      String reason,
      Problems problems,
      Model model) {
    var items = reviews.toRank(reviewer(user), run);
    model.addAttribute("base", base);
    model.addAttribute("admin", reviewer(user).admin());
    model.addAttribute("run", items.isEmpty() ? "" : items.getFirst().output().runId().toString());
    model.addAttribute("items", items.stream().map(one -> ReviewView.of(one, base)).toList());
    model.addAttribute("reason", reason);
    model.addAttribute("problems", problems);
    return "training/ranking";
  }

  String rank(
      CurrentUser user,
      Map<String, String> entered,
      String base,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    String reason = entered.getOrDefault("reason", "");
    try {
      reviews.rank(reviewer(user), order(entered), reason);
      next.addFlashAttribute(Flash.KEY, Flash.success("Kept. Here is the next test."));
      return "redirect:" + base + "/ranking";
    } catch (ApiProblem refused) {
      if (refused.code() != ErrorCode.VALIDATION_ERROR) {
        throw refused;
      }
      response.setStatus(400);
      return ranking(user, run(entered), base, reason, problems(refused), model);
    }
  }

  private static @Nullable UUID run(Map<String, String> entered) {
    try {
      return UUID.fromString(entered.getOrDefault("run", ""));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /** {@code place-ID} holds 1 for the best; each place once. */
  private static List<UUID> order(Map<String, String> entered) {
    var places = new TreeMap<Integer, UUID>(Comparator.naturalOrder());
    var named = new ArrayList<UUID>();
    try {
      entered.forEach(
          (name, value) -> {
            if (name.startsWith("place-")) {
              UUID id = UUID.fromString(name.substring("place-".length()));
              named.add(id);
              places.put(Integer.parseInt(value), id);
            }
          });
    } catch (IllegalArgumentException notANumber) {
      throw ApiProblem.invalid("ranked", "must be places from 1 on");
    }
    if (places.size() != named.size()) {
      throw ApiProblem.invalid("ranked", "must give each place once");
    }
    return List.copyOf(places.values());
  }

  ResponseEntity<FileSystemResource> picture(CurrentUser user, UUID id) {
    return reviews
        .picture(reviewer(user), id)
        .map(
            file ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.mediaType()))
                    .contentLength(file.size())
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(CacheControl.noStore())
                    .body(new FileSystemResource(file.file())))
        .orElseThrow(() -> ApiProblem.notFound("There is no screenshot."));
  }

  static Problems problems(ApiProblem refused) {
    var fields = new TreeMap<String, String>();
    refused.details().forEach((field, why) -> fields.put(field, String.valueOf(why)));
    return new Problems(fields);
  }
}
