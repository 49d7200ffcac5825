package dev.hitlai.programs.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.hitlai.programs.internal.Answers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a company's application says.
 *
 * @param monthlyTestVolume a number, or a span such as {@code 50-99}
 * @param waitingList whether it would wait for a spot when the tier is full
 */
record EarlyAdopterBody(
    @Nullable String companyName,
    @Nullable String contactName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String website,
    @Nullable @JsonAlias("selectedTier") String tier,
    @Nullable @Schema(type = "string") JsonNode companySize,
    @Nullable String industry,
    @Nullable @Schema(type = "string") JsonNode monthlyTestVolume,
    @Nullable @JsonAlias("currentApproach") String currentTestingApproach,
    @Nullable String whyInterested,
    @Nullable Boolean waitingList) {

  Answers answers() {
    return new Given()
        .text("companyName", companyName)
        .text("contactName", contactName)
        .text("email", email)
        .text("phone", phone)
        .text("website", website)
        .text("tier", tier)
        .any("companySize", companySize)
        .text("industry", industry)
        .any("monthlyTestVolume", monthlyTestVolume)
        .text("currentTestingApproach", currentTestingApproach)
        .text("whyInterested", whyInterested)
        .answers();
  }

  boolean waits() {
    return Boolean.TRUE.equals(waitingList);
  }
}
