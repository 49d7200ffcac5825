package dev.hitlai.programs.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.hitlai.programs.internal.Answers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tester's application says.
 *
 * @param yearsOfExperience a number
 * @param testingSpecialties a list, or things separated by commas
 * @param platforms likewise
 * @param availability hours a week: a number, or a span such as {@code 10-19}
 * @param waitingList whether they would wait for a spot when the tier is full
 */
record FoundingTesterBody(
    @Nullable String fullName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String location,
    @Nullable String linkedinUrl,
    @Nullable String portfolioUrl,
    @Nullable @JsonAlias("selectedTier") String tier,
    @Nullable @JsonAlias("yearsExperience") @Schema(type = "integer") JsonNode yearsOfExperience,
    @Nullable @JsonAlias("specialties") @Schema(type = "array") JsonNode testingSpecialties,
    @Nullable @Schema(type = "array") JsonNode platforms,
    @Nullable @JsonAlias("availabilityHours") @Schema(type = "string") JsonNode availability,
    @Nullable String whyInterested,
    @Nullable String relevantExperience,
    @Nullable String sampleWork,
    @Nullable Boolean waitingList) {

  Answers answers() {
    return new Given()
        .text("fullName", fullName)
        .text("email", email)
        .text("phone", phone)
        .text("location", location)
        .text("linkedinUrl", linkedinUrl)
        .text("portfolioUrl", portfolioUrl)
        .text("tier", tier)
        .any("yearsOfExperience", yearsOfExperience)
        .any("testingSpecialties", testingSpecialties)
        .any("platforms", platforms)
        .any("availability", availability)
        .text("whyInterested", whyInterested)
        .text("relevantExperience", relevantExperience)
        .text("sampleWork", sampleWork)
        .answers();
  }

  boolean waits() {
    return Boolean.TRUE.equals(waitingList);
  }
}
