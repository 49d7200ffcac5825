package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.internal.NewTester;
import dev.hitlai.identity.internal.SignUps.NewCompany;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a sign-up, of a company or of a tester. */
record SignUpRequest(
    @NotBlank @Size(max = 254) String email,
    @NotBlank @Size(max = 1000) String password,
    @Nullable UserType userType,
    @Nullable @Size(max = 200) String companyName,
    @Nullable @Size(max = 50) String companySize,
    @Nullable @Size(max = 100) String industry,
    @Nullable @Size(max = 200) String displayName,
    @Nullable @Min(16) @Max(120) Integer age,
    @Nullable @Size(max = 50) String gender,
    @Nullable @Size(max = 60) String locationCountry,
    @Nullable @Pattern(regexp = "low|medium|high", message = "must be low, medium or high")
        String techLiteracy,
    @Nullable @Size(max = 100) String primaryDevice,
    @Nullable @Size(max = 30) List<@NotBlank @Size(max = 50) String> languages,
    @Nullable @Min(0) @Max(80) Integer yearsOfTestingExperience,
    @Nullable @Size(max = 30) List<@NotBlank @Size(max = 100) String> previousPlatforms) {

  UserType kind() {
    if (userType != null) {
      return userType;
    }
    if (companyName != null) {
      return UserType.COMPANY;
    }
    if (displayName != null) {
      return UserType.TESTER;
    }
    throw ApiProblem.invalid("userType", "is missing, or companyName or displayName");
  }

  NewCompany company() {
    return new NewCompany(
        email, password, displayName, required("companyName", companyName), companySize, industry);
  }

  NewTester tester() {
    return new NewTester(
        email,
        password,
        required("displayName", displayName),
        age,
        gender,
        locationCountry,
        Objects.requireNonNullElse(techLiteracy, "medium"),
        primaryDevice,
        Objects.requireNonNullElse(languages, List.of()),
        yearsOfTestingExperience,
        Objects.requireNonNullElse(previousPlatforms, List.of()));
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw ApiProblem.invalid(field, "must not be blank");
    }
    return value;
  }
}
