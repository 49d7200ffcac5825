package dev.hitlai.recording.web;

import dev.hitlai.recording.internal.keys.RecordingRules;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a company wants recorded, as it says it. */
record ChosenRules(
    @NotNull Boolean enabled,
    @NotNull @DecimalMin("0") @DecimalMax("1") Double sampleRate,
    @NotNull @DecimalMin("0") @DecimalMax("1") Double replayRate,
    @NotNull @Pattern(regexp = "inputs|all") String mask,
    @NotNull Boolean consentRequired,
    @NotNull Boolean honourDoNotTrack,
    @NotNull @Size(max = 500) String watchedElements,
    @NotNull @Min(1) @Max(365) Integer retentionDays) {

  RecordingRules rules() {
    return new RecordingRules(
        enabled,
        sampleRate,
        replayRate,
        mask,
        consentRequired,
        honourDoNotTrack,
        watchedElements,
        retentionDays);
  }
}
