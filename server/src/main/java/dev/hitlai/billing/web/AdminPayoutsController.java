package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Earnings;
import dev.hitlai.billing.internal.Holds;
import dev.hitlai.billing.internal.Payouts;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.web.view.Flash;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What testers want to be paid, and what is kept back. */
@Controller
@RequestMapping("/admin/payouts")
class AdminPayoutsController {
  private static final String HOME = "redirect:/admin/payouts";
  private static final int LONGEST = 500;

  private final Payouts payouts;
  private final Holds holds;
  private final Earnings earnings;
  private final TesterRoster roster;
  private final TransactionTemplate transactions;

  AdminPayoutsController(
      Payouts payouts,
      Holds holds,
      Earnings earnings,
      TesterRoster roster,
      TransactionTemplate transactions) {
    this.payouts = payouts;
    this.holds = holds;
    this.earnings = earnings;
    this.roster = roster;
    this.transactions = transactions;
  }

  @GetMapping
  String show(Model model) {
    var open = payouts.all(true);
    var over = payouts.all(false);
    var held = holds.all();
    var ids = new LinkedHashSet<UUID>();
    open.forEach(payout -> ids.add(payout.testerId()));
    over.forEach(payout -> ids.add(payout.testerId()));
    held.forEach(hold -> ids.add(hold.testerId()));
    model.addAttribute("open", open);
    model.addAttribute("over", over);
    model.addAttribute("holds", held);
    model.addAttribute("names", roster.names(ids));
    return "billing/payouts";
  }

  @PostMapping("/{id}/approval")
  String approve(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return said(
        redirect,
        "Approved. Send the money, then note that it was paid.",
        () -> payouts.approve(user, id));
  }

  @PostMapping("/{id}/payment")
  String paid(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return said(redirect, "Noted as paid.", () -> payouts.paid(user, id));
  }

  @PostMapping("/{id}/rejection")
  String reject(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes redirect) {
    return said(
        redirect,
        "Rejected; the money is back in the tester's balance.",
        () -> payouts.reject(user, id, note));
  }

  @PostMapping("/holds")
  String hold(
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    return said(
        redirect,
        "The earning is kept back.",
        () -> {
          requireReason(reason);
          transactions.executeWithoutResult(
              status -> earnings.hold(reference.strip(), reason.strip()));
        });
  }

  @PostMapping("/holds/end")
  String end(
      @RequestParam String reference,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String outcome,
      RedirectAttributes redirect) {
    boolean forfeit = outcome.equals("forfeit");
    return said(
        redirect,
        forfeit ? "The earning is taken away." : "The earning is given back.",
        () -> {
          requireReason(reason);
          transactions.executeWithoutResult(
              status -> {
                if (forfeit) {
                  earnings.forfeit(reference, reason.strip());
                } else {
                  earnings.release(reference, reason.strip());
                }
              });
        });
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw ApiProblem.invalid("reason", "must say why, in at most " + LONGEST + " characters");
    }
  }

  private static String said(RedirectAttributes redirect, String done, Runnable work) {
    try {
      work.run();
      redirect.addFlashAttribute(Flash.KEY, Flash.success(done));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return HOME;
  }
}
