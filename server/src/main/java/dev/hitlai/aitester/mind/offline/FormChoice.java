package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of a page's forms is the one that the goal needs. */
final class FormChoice {
  private static final Pattern NEWSLETTER =
      Pattern.compile("(?i)\\b(?:subscribe|newsletter|sign ?-?up|mailing|updates|join|notify)\\b");
  private static final Pattern REGISTER =
      Pattern.compile("(?i)\\b(?:sign ?-?up|register|create|join|registration|get started)\\b");
  private static final Pattern LOG_IN =
      Pattern.compile("(?i)\\b(?:log ?-?in|sign ?-?in|log on|continue)\\b");
  private static final double FITS = 0.5;

  private final Goal goal;
  private final Similarity similarity;

  FormChoice(Goal goal, Similarity similarity) {
    this.goal = goal;
    this.similarity = similarity;
  }

  Optional<PageView.Form> in(Situation now) {
    return now.page().forms().stream()
        .filter(form -> fit(form, now) >= FITS)
        .max(Comparator.comparingDouble(form -> fit(form, now)));
  }

  /** 0 to 1: how well the form's fields and words fit the goal. */
  private double fit(PageView.Form form, Situation now) {
    var fields = fields(form, now);
    var meanings = fields.stream().map(FieldMeaning::of).toList();
    if (fields.isEmpty() || meanings.stream().allMatch(m -> m == FieldMeaning.SEARCH)) {
      return 0;
    }
    var words = words(form, now);
    return switch (goal.intent()) {
      case LOG_IN -> logIn(meanings, words);
      case SIGN_UP -> signUp(meanings, words);
      case SUBSCRIBE -> subscribe(meanings, words);
      case CONTACT -> meanings.contains(FieldMeaning.MESSAGE) ? 0.9 : 0;
      case CHOOSE_DATE -> hasDate(meanings) ? 0.9 : 0;
      case FILL_FORM -> about(form, fields, words, now);
      case FOLLOW,
          FIND,
          SEARCH,
          ADD_TO_CART,
          CHECK_OUT,
          CHANGE_QUANTITY,
          FILTER,
          SORT,
          CHANGE_SETTING,
          CANCEL,
          LOOK_AROUND ->
          0;
    };
  }

  private static double logIn(List<FieldMeaning> meanings, String words) {
    if (!meanings.contains(FieldMeaning.PASSWORD)
        || meanings.contains(FieldMeaning.PASSWORD_AGAIN)) {
      return 0;
    }
    var extra = Math.max(0, meanings.size() - 3);
    var named = LOG_IN.matcher(words).find() ? 0.3 : 0;
    var other = REGISTER.matcher(words).find() && named == 0 ? 0.4 : 0;
    return 0.6 + named - other - 0.1 * extra;
  }

  private static double signUp(List<FieldMeaning> meanings, String words) {
    var named = REGISTER.matcher(words).find();
    if (!meanings.contains(FieldMeaning.PASSWORD)) {
      return named && meanings.contains(FieldMeaning.EMAIL) && !NEWSLETTER.matcher(words).find()
          ? 0.5
          : 0;
    }
    var again = meanings.contains(FieldMeaning.PASSWORD_AGAIN) || meanings.size() > 3;
    return (named ? 0.6 : 0.2) + (again ? 0.35 : 0);
  }

  private static double subscribe(List<FieldMeaning> meanings, String words) {
    if (!meanings.contains(FieldMeaning.EMAIL) || meanings.contains(FieldMeaning.PASSWORD)) {
      return 0;
    }
    var named = NEWSLETTER.matcher(words).find() ? 0.5 : 0;
    return 0.45 + named - 0.1 * (meanings.size() - 1);
  }

  private static boolean hasDate(List<FieldMeaning> meanings) {
    return meanings.contains(FieldMeaning.DATE) || meanings.contains(FieldMeaning.BIRTH_DATE);
  }

  private double about(PageView.Form form, List<Element> fields, String words, Situation now) {
    var single = fields.size() == 1 && FieldMeaning.of(fields.getFirst()) == FieldMeaning.EMAIL;
    if (single) {
      return 0;
    }
    var target = goal.target().isBlank() ? goal.text() : goal.target();
    var heading = PageReading.mainHeading(now.page());
    var named = Math.max(similarity.of(target, words), 0.95 * similarity.of(target, heading));
    var onlyOne = now.page().forms().stream().filter(f -> fields(f, now).size() > 1).count() == 1;
    return Math.min(1, named + (onlyOne && fields.size() > 2 ? 0.25 : 0));
  }

  static List<Element> fields(PageView.Form form, Situation now) {
    return form.fields().stream()
        .flatMap(ref -> now.page().element(ref).stream())
        .filter(element -> element.field() != null && now.eyes().canUse(element))
        .toList();
  }

  private static String words(PageView.Form form, Situation now) {
    var words = new StringBuilder(form.name());
    now.page()
        .element(form.submit())
        .ifPresent(
            b -> words.append(' ').append(b.label()).append(' ').append(b.context().heading()));
    return words.toString().strip();
  }
}
