package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Earnings;
import dev.hitlai.billing.internal.Holds;
import dev.hitlai.billing.internal.Payouts;
import dev.hitlai.billing.internal.Referrals;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a tester earned, and how they get it. */
@Controller
@RequestMapping("/tester/earnings")
class TesterEarningsController {
  private static final String HOME = "redirect:/tester/earnings";

  private final Earnings earnings;
  private final Payouts payouts;
  private final Holds holds;
  private final Referrals referrals;

  TesterEarningsController(Earnings earnings, Payouts payouts, Holds holds, Referrals referrals) {
    this.earnings = earnings;
    this.payouts = payouts;
    this.holds = holds;
    this.referrals = referrals;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal CurrentUser user,
      Page page,
      Model model,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    return home(user, page, model, number, PayoutForm.EMPTY, Problems.none());
  }

  @PostMapping("/payouts")
  String payOut(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute("form") PayoutForm form,
      Page page,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      payouts.request(
          user.requireTester(),
          Refused.amount(form.amountText()),
          Payouts.Method.of(form.methodText()),
          form.destinationText());
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Asked for. We look at it soon."));
      return HOME;
    } catch (ApiProblem refused) {
      response.setStatus(400);
      return home(user, page, model, 1, form, Refused.problems(refused));
    }
  }

  @PostMapping("/referral")
  String referral(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes redirect) {
    try {
      referrals.enter(user.requireTester(), code);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Noted. They thank you."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      redirect.addFlashAttribute("code", code);
    }
    return HOME;
  }

  private String home(
      CurrentUser user, Page page, Model model, int number, PayoutForm form, Problems problems) {
    UUID tester = user.requireTester();
    model.addAttribute("balance", earnings.balance(tester));
    StatementPart.show(
        model, page, number, (limit, offset) -> earnings.statement(tester, limit, offset));
    model.addAttribute("payouts", payouts.of(tester));
    model.addAttribute("holds", holds.of(tester));
    model.addAttribute("smallest", payouts.smallest());
    model.addAttribute("ownCode", TesterRoster.referralCode(tester));
    model.addAttribute("brought", referrals.broughtBy(tester));
    model.addAttribute("referralOpen", referrals.isOpenTo(tester));
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "billing/earnings";
  }
}
