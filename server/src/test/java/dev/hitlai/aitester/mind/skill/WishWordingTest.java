package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.page.Scene;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that an instruction gives in prose, and the fields that they belong in. */
class WishWordingTest {
  private static final Scene.Paint PLAIN = new Scene.Paint("#000000", "", "", false, 14, "");

  private static Thing thing(int order) {
    var node =
        new Scene.Node(
            order,
            -1,
            "input",
            "textbox",
            "#f" + order,
            new Box(0, 30.0 * order, 200, 20),
            PLAIN,
            "",
            "",
            "",
            "",
            "",
            false,
            true,
            false,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            null,
            0);
    return new Thing(node, order, null, null);
  }

  /** "Name", "Age#" for a number, "News?" for a box, "Size: S/M/L" for a list. */
  private static List<Slot> form(String fields) {
    var slots = new ArrayList<Slot>();
    for (var field : fields.split(", ")) {
      var thing = thing(slots.size());
      var label = field.replaceFirst("[#?]$|:.*", "");
      var options =
          field.contains(": ")
              ? List.of(field.substring(field.indexOf(": ") + 2).split("/"))
              : List.<String>of();
      var kind =
          field.endsWith("#")
              ? Slot.Kind.NUMBER
              : field.endsWith("?")
                  ? Slot.Kind.BOX
                  : options.isEmpty() ? Slot.Kind.TEXT : Slot.Kind.OPTIONS;
      slots.add(new Slot(kind, thing, label, options, List.of()));
    }
    return slots;
  }

  private static String filled(String wish, String fields) {
    var clauses = Clauses.of(wish);
    return Matching.of(Wish.of(clauses, clauses.texts().size()), form(fields)).placed().stream()
        .map(one -> one.slot().label() + "=" + one.value())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "She is 43 years old and lives in Utrecht. | Age#, City | Age=43, City=Utrecht",
        "He is aged 31, his home is in Oslo. | City, Age# | City=Oslo, Age=31",
        "Bass 7, mid 0, treble 9. | Bass#, Mid#, Treble# | Bass=7, Mid=0, Treble=9",
        "Set treble to 9 and bass to 2. | Bass#, Mid#, Treble# | Bass=2, Treble=9",
        "We are 4 adults and 2 children and need 3 rooms. | Adults#, Children#, Rooms# | Adults=4,"
            + " Children=2, Rooms=3",
        "For two adults and one child. | Adults#, Children# | Adults=2, Children=1",
        "The last name should read Sanderson. | First name, Last name, Town | Last name=Sanderson",
        "In my profile, the home town should be Oakden from now on. | Nickname, Home town | Home"
            + " town=Oakden",
        "I can pay at least 600 and at most 950 euros. | At least#, At most# | At least=600, At"
            + " most=950",
        "A rent between 600 and 950, please. | Minimum#, Maximum# | Minimum=600, Maximum=950",
        "Write an e-mail to karl@example.com with the subject \"Keys\" and the text \"See you.\" |"
            + " To, Subject, Message | To=karl@example.com, Subject=Keys, Message=See you.",
        "Create a contact for Nils Berg, phone 0555 5136. | Name, Phone | Name=Nils Berg,"
            + " Phone=0555 5136",
        "Change the delivery address to 5 Mill Lane. | Delivery address, Town | Delivery address=5"
            + " Mill Lane",
        "Register Ann Reed. | First name, Last name | First name=Ann, Last name=Reed",
        "Sign up as quill51 with the password Ink&Paper5. | User name, Password | User"
            + " name=quill51, Password=Ink&Paper5",
        "Find a train from Fenny Bridge to Eastleigh Cross. | From, To | From=Fenny Bridge,"
            + " To=Eastleigh Cross"
      })
  void bringsEachValueToItsField(String wish, String fields, String expected) {
    assertThat(filled(wish, fields)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sign up for a senior card. | Card: Adult/Student/Senior | Card=Senior",
        "Find the branch in Genoa, Italy. | Country: Austria/Italy | Country=Italy",
        "I've moved to Dubai. | Time zone: Automatic/Cairo/Dubai | Time zone=Dubai",
        "Agree to the rules, but I don't want any news. | I agree to the library rules?, Send me"
            + " news? | I agree to the library rules=true, Send me news=false",
        "Without gift wrap, please. | Gift wrap? | Gift wrap=false",
        "I am taking my bicycle along. | Travelling with a bicycle? | Travelling with a"
            + " bicycle=true",
        "I have no bicycle with me. | Travelling with a bicycle? | Travelling with a bicycle=false",
        "Have me picked up at 7:20 am. | Hour: 6/7/8, Minute: 15/20/25, Half: AM/PM | Hour=7,"
            + " Minute=20, Half=AM",
        "The exam is on 13 July 2026. | Day: 12/13/29 30 31, Month: June/July/January, Year:"
            + " 2025 2026/2026 | Day=13, Month=July, Year=2026"
      })
  void choosesWhatIsSpokenOf(String wish, String fields, String expected) {
    assertThat(filled(wish, fields)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "half past seven in the morning, 07:30",
    "a quarter to five in the afternoon, 16:45",
    "a quarter past nine, 09:15",
    "7:20 am, 07:20",
    "6 pm, 18:00",
    "eight o'clock in the evening, 20:00",
    "ten to six, 05:50",
    "noon, 12:00",
    "14:05, 14:05"
  })
  void understandsTheTimeOfDay(String words, LocalTime time) {
    assertThat(SpokenTime.in(words)).contains(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the security code | Your security code is 482 113. | 482 113",
        "the Wi-Fi password | The network is called Loft. Its password is otter451. | otter451",
        "how long a parcel may be. that length | Parcels may be up to 60 cm long and weigh 5 kg. |"
            + " 60",
        "the phone number of Cleo | Cleo Hart: 555-0252 | 555-0252",
        "In which room does Wim want to meet | We meet at 3 pm in room 204. | 204",
        "what time does it open | We open at 9:30 every day. | 9:30",
        "the name of the network | The name is Loft. | Loft"
      })
  void readsWhatAPageSays(String words, String page, String value) {
    assertThat(Reading.in(words, Stream.of("Welcome", page))).contains(value);
  }

  @Test
  void goesOnWithASeries() {
    assertThat(Series.solve(List.of("3", "7", "?", "15"))).contains("11");
    assertThat(Series.solve(List.of("", "4", "8", "16"))).contains("2");
    assertThat(Series.solve(List.of("5", "10", "15"))).contains("20");
    assertThat(Series.solve(List.of("5", "7", "15", "1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Send Ivan this message: please bring the blue folder, Send Ivan this message: Q0",
    "Post the comment: see you at eight., Post the comment: Q0",
    "Take Hugo off the guest list., remove Hugo from the list",
    "Put the word \"sun\" in italics., make the word Q0 italics"
  })
  void readsMoreWordings(String instruction, String clause) {
    assertThat(Clauses.of(instruction).first()).isEqualTo(clause);
  }
}
