package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "+33 636 979 501" where the code of the country is chosen in a list and the rest is typed.
 *
 * @param code what is chosen
 * @param number what is typed
 */
record DialCode(Mention mention, Matching.Placed code, Matching.Placed number) {
  private static final Pattern NATIONAL =
      Pattern.compile("(?i)\\b(?:number|phone|mobile|telephone)\\b");
  private static final Pattern CODE = Pattern.compile("\\+\\d{1,3}\\b");

  static Optional<DialCode> of(List<Mention> left, List<Slot> slots) {
    return left.stream()
        .filter(one -> one.kind() == Mention.Kind.PHONE && one.text().startsWith("+"))
        .flatMap(one -> slots.stream().flatMap(slot -> parted(one, slot, slots).stream()))
        .findFirst();
  }

  private static Optional<DialCode> parted(Mention mention, Slot codes, List<Slot> slots) {
    var code =
        codes.options().stream()
            .filter(option -> begins(mention.text(), option))
            .max(Comparator.comparingInt(option -> digits(option).length()));
    var number =
        slots.stream()
            .filter(one -> one.kind() == Slot.Kind.TEXT)
            .filter(
                one -> one.meaning() == FieldMeaning.PHONE || NATIONAL.matcher(one.label()).find())
            .findFirst();
    return code.isEmpty() || number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DialCode(
                mention,
                new Matching.Placed(codes, code.get()),
                new Matching.Placed(
                    number.get(),
                    mention
                        .text()
                        .replaceFirst(
                            "^\\+(?:\\d ?){" + digits(code.get()).length() + "}[ -]*", ""))));
  }

  private static boolean begins(String number, String option) {
    var code = CODE.matcher(option);
    return code.find() && number.replace(" ", "").startsWith(code.group());
  }

  private static String digits(String option) {
    return option.replaceAll("\\D", "");
  }
}
