package dev.hitlai.programs.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Users;
import dev.hitlai.programs.internal.Applicant;
import dev.hitlai.programs.internal.ApplicationFilter;
import dev.hitlai.programs.internal.ApplicationList;
import dev.hitlai.programs.internal.CompanySpots;
import dev.hitlai.programs.internal.PublicOffers;
import dev.hitlai.programs.internal.Review;
import dev.hitlai.programs.internal.TesterSpots;
import dev.hitlai.programs.internal.Vesting;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where applications are read and decided, and members looked after. */
@Controller
@RequestMapping("/admin/applications")
@Access(admin = true)
class AdminApplicationsController {
  private static final int ROWS = 25;
  private static final int LAST_PAGE = 10_000;
  private static final String ONE = "/{id:[0-9a-fA-F-]{36}}";

  private final ApplicationList list;
  private final Review review;
  private final Applicant applicant;
  private final PublicOffers offers;
  private final CompanySpots companySpots;
  private final TesterSpots testerSpots;
  private final Vesting vesting;
  private final Companies companies;
  private final TesterRoster roster;
  private final Users users;

  AdminApplicationsController(
      ApplicationList list,
      Review review,
      Applicant applicant,
      PublicOffers offers,
      CompanySpots companySpots,
      TesterSpots testerSpots,
      Vesting vesting,
      Companies companies,
      TesterRoster roster,
      Users users) {
    this.list = list;
    this.review = review;
    this.applicant = applicant;
    this.offers = offers;
    this.companySpots = companySpots;
    this.testerSpots = testerSpots;
    this.vesting = vesting;
    this.companies = companies;
    this.roster = roster;
    this.users = users;
  }

  @GetMapping
  String all(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    var filter = ApplicationFilter.lenient(status, type, text);
    int shown = Math.clamp(number, 1, LAST_PAGE);
    model.addAttribute("filter", filter);
    model.addAttribute("rows", list.list(filter, ROWS, (shown - 1) * ROWS));
    model.addAttribute("pager", new Pager(page.address(), shown, ROWS, list.count(filter)));
    model.addAttribute("offers", offers.companies());
    model.addAttribute("testerOffers", offers.testers());
    return "programs/admin-applications";
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Model model) {
    return page(id, "", "", Problems.none(), model);
  }

  @PostMapping(ONE + "/review")
  String decide(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String notes,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      var decision =
          new Review.Decision(AdminApplicationsApi.ReviewBody.action(action), notes, reason);
      var decided = review.decide(user, id, decision);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("%s is %s.".formatted(decided.who(), decided.status().label())));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.VALIDATION_ERROR) {
        response.setStatus(400);
        var problems = new Problems(Map.of("reason", "Say why: the applicant reads it."));
        return page(id, notes, reason, problems, model);
      }
      if (refused.code() == ErrorCode.NOT_FOUND) {
        throw refused;
      }
      redirect.addFlashAttribute(
          Flash.KEY,
          refused.code() == ErrorCode.NO_SPOTS_AVAILABLE
              ? Flash.warning(
                  refused.sentence()
                      + " The application waits now, and the applicant was told what else there"
                      + " is.")
              : Flash.error(refused.sentence()));
    }
    return "redirect:/admin/applications/" + id;
  }

  @PostMapping(ONE + "/code")
  String renew(@PathVariable UUID id, RedirectAttributes redirect) {
    try {
      applicant.renewCode(id);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("A new code is on its way."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/admin/applications/" + id;
  }

  @GetMapping("/members")
  String members(Model model) {
    var joined = companySpots.joined();
    var testers = testerSpots.joined();
    model.addAttribute("offers", offers.companies());
    model.addAttribute("testerOffers", offers.testers());
    model.addAttribute("companies", joined);
    model.addAttribute(
        "names",
        companies.all(
            joined.stream()
                .map(CompanySpots.Membership::companyId)
                .filter(Objects::nonNull)
                .toList()));
    model.addAttribute(
        "testers",
        testers.stream().map(spot -> MemberRow.of(spot, vesting.of(spot.id()), roster)).toList());
    return "programs/admin-members";
  }

  private String page(UUID id, String notes, String reason, Problems problems, Model model) {
    var application = list.find(id);
    model.addAttribute("standing", applicant.standing(application));
    model.addAttribute("answers", list.answers(application));
    model.addAttribute(
        "reviewer",
        application.reviewedBy() == null
            ? null
            : users.find(application.reviewedBy()).map(Users.User::displayName).orElse(null));
    model.addAttribute("notes", notes);
    model.addAttribute("reason", reason);
    model.addAttribute("problems", problems);
    return "programs/admin-application";
  }
}
