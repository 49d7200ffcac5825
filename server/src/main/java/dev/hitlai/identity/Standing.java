package dev.hitlai.identity;

import dev.hitlai.web.view.Banner;
import dev.hitlai.web.view.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be settled about a person's account.
 *
 * @param emailVerified whether the person has shown that the address is theirs
 * @param secondFactorMissing whether the company asks for a second factor that the person lacks
 * @param erasureDue when the account is erased; null when nobody asked for that
 * @param companyCloses when the company is closed; null when nobody asked for that
 * @param companyName of a company's member the company that the request is about, else null
 */
public record Standing(
    boolean emailVerified,
    boolean secondFactorMissing,
    @Nullable Instant erasureDue,
    @Nullable Instant companyCloses,
    @Nullable String companyName) {

  /** Nothing. */
  public static final Standing IN_ORDER = new Standing(true, false, null, null, null);

  List<Banner> banners(String email, boolean withoutCompany) {
    var banners = new ArrayList<Banner>();
    if (withoutCompany) {
      banners.add(
          new Banner(
              Tone.WARNING,
              "You belong to no company that is open.",
              "See why, and create one",
              "/account/companies"));
    }
    if (erasureDue != null) {
      banners.add(
          new Banner(
              Tone.DANGER,
              "Your account will be erased on " + day(erasureDue) + ".",
              "See what that means, or call it off",
              "/account/data"));
    }
    if (companyCloses != null) {
      banners.add(
          new Banner(
              Tone.DANGER,
              "This company will be closed on " + day(companyCloses) + ".",
              "See what that means",
              "/company/settings/closing"));
    }
    if (secondFactorMissing) {
      banners.add(
          new Banner(
              Tone.WARNING,
              "Your company asks its members for a second factor.",
              "Set yours up",
              "/account/security"));
    }
    if (!emailVerified) {
      banners.add(
          new Banner(
              Tone.WARNING,
              "Confirm that " + email + " is yours: press the button in the mail we sent there.",
              "Send it again",
              "/account"));
    }
    return banners;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
