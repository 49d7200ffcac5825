package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionWordsTest {

  private static Target target(String phrase) {
    var clauses = Clauses.of(phrase);
    return Target.of(clauses.first().replaceFirst("^\\w+ ", ""), clauses);
  }

  @Test
  void partsAnInstructionWhereAVerbFollows() {
    assertThat(Clauses.of("Select Red and Blue, then click Submit.").texts())
        .containsExactly("Select Red and Blue", "click Submit");
    assertThat(Clauses.of("Select 3 and then 7 and click Submit").texts())
        .containsExactly("Select 3 and then 7", "click Submit");
  }

  @Test
  void takesAnInitialForNoEndOfASentence() {
    assertThat(Clauses.of("Click \"Cancel\" for the customer L. Okoro.").texts())
        .containsExactly("Click Q0 for the customer L. Okoro");
    assertThat(Clauses.of("Choose seat C. Then press OK.").texts())
        .containsExactly("Choose seat C", "press OK");
  }

  @Test
  void keepsWhatIsToBeDoneOtherwiseApart() {
    assertThat(Clauses.of("If the lamp is on, click Off. If not, click On.").texts())
        .containsExactly("click Off If the lamp is on", "If not, click On");
  }

  @Test
  void keepsQuotationsTogetherWhateverTheySay() {
    var clauses = Clauses.of("Type \"click, then go\" into the box and press \"Save. Now\".");
    assertThat(clauses.texts()).containsExactly("Type Q0 into the box", "press Q1");
    assertThat(clauses.quotations()).containsExactly("click, then go", "Save. Now");
  }

  @Test
  void putsTheVerbFirst() {
    assertThat(Clauses.of("For the user @ann, click on the \"Reply\" button.").texts())
        .containsExactly("click on the Q0 button for the user @ann".replace("for the", "For the"));
    assertThat(Clauses.of("Use the slider to choose 42").texts())
        .containsExactly("choose 42 with the slider");
    assertThat(Clauses.of("Click the star to mark it as important.").texts())
        .containsExactly("Click the star");
  }

  @Test
  void tellsNameKindOrderAndPlaceOfWhatIsMeant() {
    assertThat(target("press the button \"Save\""))
        .isEqualTo(new Target("Save", "button", 0, "", true));
    assertThat(target("click the 3rd link")).isEqualTo(new Target("", "link", 3, "", false));
    assertThat(target("click the button in the dialog box labeled \"OK\""))
        .isEqualTo(new Target("OK", "button", 0, "", true));
    assertThat(target("press the Like button in the post by @ann").beside()).isEqualTo("@ann");
    assertThat(target("press the button \"Read\" in it").beside()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "on 2026-03-14 at noon, 2026-03-14",
    "03/14/2026, 2026-03-14",
    "14.3.2026, 2026-03-14",
    "'March 14, 2026', 2026-03-14",
    "14 March 2026, 2026-03-14"
  })
  void readsDatesAsPeopleWriteThem(String text, LocalDate date) {
    assertThat(Dates.in(text)).contains(date);
  }

  @Test
  void takesNoImpossibleDateForOne() {
    assertThat(Dates.in("2026-02-31")).isEmpty();
    assertThat(Dates.time("25:10")).isEmpty();
    assertThat(Dates.time("12:05 am")).contains("00:05");
    assertThat(Dates.time("3:45 PM")).contains("15:45");
  }

  @Test
  void valuesSumsWithALetter() {
    assertThat(Terms.value("3x + 2", 4)).isEqualTo(14);
    assertThat(Terms.value("2(x - 1)", 5)).isEqualTo(8);
    assertThat(Terms.value("-x * 2 + 7", 3)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "#ff0000, red", "#008000, green", "#00ff00, green", "#0000ff, blue", "#ffff00, yellow",
    "#ffa500, orange", "#800080, purple", "#00ffff, cyan", "#ffc0cb, pink", "#a52a2a, brown",
    "#000000, black", "#808080, gray", "#ffffff, white", "#ff00ff, magenta"
  })
  void callsColoursAsPeopleDo(String hex, String name) {
    assertThat(Colors.name(hex)).isEqualTo(name);
  }

  @Test
  void likensAWordMostToItself() {
    var labels = List.of("Save", "Save as copy", "Saved", "Do not save");
    assertThat(labels.stream().mapToDouble(label -> Finder.likeness("Save", label)).toArray())
        .satisfies(
            fits -> {
              assertThat(fits[0]).isEqualTo(1);
              assertThat(fits[1]).isLessThan(fits[0]).isGreaterThan(fits[3]);
            });
  }

  @Test
  void knowsWhatPicturesMean() {
    assertThat(Icons.likeness("delete", "icon trash")).isGreaterThan(0.9);
    assertThat(Icons.likeness("star", "icon trash")).isZero();
  }
}
