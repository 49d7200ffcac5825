package dev.hitlai.programs.internal;

import dev.hitlai.programs.Program;
import dev.hitlai.programs.Tier;
import dev.hitlai.programs.internal.Question.Kind;
import dev.hitlai.web.view.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the two programs ask, in the order of their forms. */
public final class Questions {
  /** Pages of a form. */
  public static final int STEPS = 3;

  private static final List<Option> SIZES =
      List.of(
          Option.of("1-10", "1–10 people"),
          Option.of("11-50", "11–50 people"),
          Option.of("51-200", "51–200 people"),
          Option.of("201-1000", "201–1,000 people"),
          Option.of("1000+", "More than 1,000 people"));
  private static final List<Option> VOLUMES =
      List.of(
          Option.of("1-9", "Up to 9 tests a month"),
          Option.of("10-49", "10–49 tests a month"),
          Option.of("50-99", "50–99 tests a month"),
          Option.of("100-499", "100–499 tests a month"),
          Option.of("500+", "500 tests a month or more"));
  private static final List<Option> HOURS =
      List.of(
          Option.of("1-4", "Up to 4 hours a week"),
          Option.of("5-9", "5–9 hours a week"),
          Option.of("10-19", "10–19 hours a week"),
          Option.of("20+", "20 hours a week or more"));

  private static final List<Question> COMPANIES =
      List.of(
          Question.text(1, "companyName", "Company", "organization"),
          Question.of(Kind.ADDRESS, 1, "website", "Website").maybe().filledInAs("url"),
          Question.text(1, "industry", "Industry", null).maybe(),
          Question.choice(1, "companySize", "Size of the company", SIZES),
          Question.of(Kind.TIER, 2, "tier", "Tier"),
          Question.choice(2, "monthlyTestVolume", "Tests you expect", VOLUMES),
          Question.of(Kind.LONG, 2, "currentTestingApproach", "How you test today")
              .maybe()
              .hint("Tools, people, how often: whatever describes it."),
          Question.of(Kind.LONG, 2, "whyInterested", "Why you want to be part of it")
              .hint("What would you test first, and what do you hope to learn?"),
          Question.text(3, "contactName", "Your name", "name"),
          Question.of(Kind.EMAIL, 3, "email", "E-mail")
              .filledInAs("email")
              .hint("We send the link to your application there."),
          Question.of(Kind.PHONE, 3, "phone", "Phone").maybe().filledInAs("tel"));

  private static final List<Question> TESTERS =
      List.of(
          Question.text(1, "fullName", "Your name", "name"),
          Question.text(1, "location", "Where you live", null).maybe().hint("Town and country."),
          Question.of(Kind.NUMBER, 1, "yearsOfExperience", "Years of testing experience"),
          Question.of(Kind.ADDRESS, 1, "linkedinUrl", "LinkedIn").maybe(),
          Question.of(Kind.ADDRESS, 1, "portfolioUrl", "Portfolio").maybe().filledInAs("url"),
          Question.of(Kind.TIER, 2, "tier", "Tier"),
          Question.of(Kind.LIST, 2, "testingSpecialties", "What you test best")
              .maybe()
              .hint("Separated by commas, such as accessibility, checkouts, forms."),
          Question.of(Kind.LIST, 2, "platforms", "Devices and browsers you have")
              .maybe()
              .hint("Separated by commas."),
          Question.choice(2, "availability", "Time you have", HOURS),
          Question.of(Kind.LONG, 2, "relevantExperience", "What you have done").maybe(),
          Question.of(Kind.LONG, 2, "whyInterested", "Why you want to be part of it"),
          Question.of(Kind.LONG, 2, "sampleWork", "A finding of yours")
              .maybe()
              .hint("Describe one, or give the address of a report."),
          Question.of(Kind.EMAIL, 3, "email", "E-mail")
              .filledInAs("email")
              .hint("We send the link to your application there."),
          Question.of(Kind.PHONE, 3, "phone", "Phone").maybe().filledInAs("tel"));

  private Questions() {}

  public static List<Question> of(Program program) {
    return switch (program) {
      case EARLY_ADOPTER -> COMPANIES;
      case FOUNDING_TESTER -> TESTERS;
    };
  }

  public static List<Question> of(Program program, int step) {
    return of(program).stream().filter(question -> question.step() == step).toList();
  }

  /** What the pages of the form are called. */
  public static List<String> steps(Program program) {
    return switch (program) {
      case EARLY_ADOPTER -> List.of("Your company", "Your tests", "You");
      case FOUNDING_TESTER -> List.of("You", "Your testing", "How we reach you");
    };
  }

  /** Fields and what is wrong with each, in the form's order. */
  static Map<String, String> problems(Program program, List<Question> asked, Answers answers) {
    var tiers = program.tiers().stream().map(Tier::code).toList();
    var problems = new LinkedHashMap<String, String>();
    for (Question question : asked) {
      String problem = question.problem(answers, tiers);
      if (problem != null) {
        problems.put(question.name(), problem);
      }
    }
    return problems;
  }

  /** The same in sentences, of one page of the form. */
  public static Map<String, String> sentences(Program program, int step, Answers answers) {
    var asked = of(program, step);
    var sentences = new LinkedHashMap<String, String>();
    problems(program, asked, answers)
        .forEach((name, why) -> sentences.put(name, label(asked, name) + " " + why + "."));
    return sentences;
  }

  private static String label(List<Question> asked, String name) {
    return asked.stream()
        .filter(question -> question.name().equals(name))
        .map(Question::label)
        .findFirst()
        .orElse(name);
  }
}
