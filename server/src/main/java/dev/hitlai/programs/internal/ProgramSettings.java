package dev.hitlai.programs.internal;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The programs, from {@code hitlai.programs.*}.
 *
 * @param applicationsPerHour from one address, for each of the two forms
 * @param redemptionsPerHour tries of one person to redeem a code
 * @param mailsPerHour new invitations for one application
 * @param invitation how long an approved applicant has to join
 * @param reapplication after how long somebody who was rejected can apply again
 * @param draft how long a form that was begun is kept
 */
@Validated
@ConfigurationProperties("hitlai.programs")
public record ProgramSettings(
    @DefaultValue("5") @Min(1) int applicationsPerHour,
    @DefaultValue("10") @Min(1) int redemptionsPerHour,
    @DefaultValue("3") @Min(1) int mailsPerHour,
    @DefaultValue("30d") Duration invitation,
    @DefaultValue("30d") Duration reapplication,
    @DefaultValue("14d") Duration draft) {

  public ProgramSettings {
    for (Duration time : new Duration[] {invitation, reapplication, draft}) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("Times of hitlai.programs are more than nothing.");
      }
    }
  }
}
