package dev.hitlai.recording.internal.signals;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From when on something is a signal, from {@code hitlai.recording.signals.*}.
 *
 * @param rageClicks clicks on one element that make rage
 * @param rageWithin time they happen in
 * @param ragePixels how far apart at most
 * @param answersWithin a control that answers each press so fast isn't raged at
 * @param errorWithin time after a click in which an error is taken to come from it
 * @param hesitation rest of the pointer before a decision
 * @param thrashTurns turns of the pointer that make thrashing
 * @param thrashWithin time they happen in
 * @param scrollScreens screens scrolled on one page view that are too many
 * @param scrollTurns changes of direction that go with it
 * @param bounce visits of a page shorter than that are a backtrack
 * @param slowPaint largest paint of a slow page
 * @param slowAnswer answer to input of a slow page
 * @param shift score of a layout shift that disturbs
 * @param idle after which a session is over
 * @param oneSignalMost share of the frustration one kind of signal can make up
 */
@Validated
@ConfigurationProperties("hitlai.recording.signals")
public record SignalSettings(
    @DefaultValue("3") @Min(2) @Max(20) int rageClicks,
    @DefaultValue("1s") Duration rageWithin,
    @DefaultValue("30") @Min(1) @Max(500) int ragePixels,
    @DefaultValue("150ms") Duration answersWithin,
    @DefaultValue("1s") Duration errorWithin,
    @DefaultValue("3s") Duration hesitation,
    @DefaultValue("8") @Min(3) @Max(100) int thrashTurns,
    @DefaultValue("2s") Duration thrashWithin,
    @DefaultValue("12") @Min(2) @Max(1000) int scrollScreens,
    @DefaultValue("3") @Min(1) @Max(100) int scrollTurns,
    @DefaultValue("5s") Duration bounce,
    @DefaultValue("4s") Duration slowPaint,
    @DefaultValue("500ms") Duration slowAnswer,
    @DefaultValue("0.05") @DecimalMin("0") @DecimalMax("10") double shift,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("0.8") @DecimalMin("0.1") @DecimalMax("1") double oneSignalMost) {

  /** As they are unless an operator says otherwise. */
  public static SignalSettings usual() {
    return new SignalSettings(
        3,
        Duration.ofSeconds(1),
        30,
        Duration.ofMillis(150),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        8,
        Duration.ofSeconds(2),
        12,
        3,
        Duration.ofSeconds(5),
        Duration.ofSeconds(4),
        Duration.ofMillis(500),
        0.05,
        Duration.ofMinutes(30),
        0.8);
  }
}
