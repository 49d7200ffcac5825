package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionWordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Please press the Save button. | press the Save button",
        "Could you tap on \"Save\", please? | tap on Q0",
        "You should push the button called Save. | click the button called Save",
        "Your task is to mark the message from Ann as important. | star the message from Ann",
        "Give the mail by Ann a star. | star the mail by Ann",
        "Put a star on the message from Ann. | star the message from Ann",
        "Find the mail from Ann and mark it with a star. | Find the mail from Ann / star it",
        "Get rid of the note \"Milk\". | delete the note Q0",
        "Throw away the file plan.txt. | delete the file plan.txt",
        "Take the kettle out of the basket. | remove the kettle from the basket",
        "Make sure that \"News\" is ticked and press Save. | tick Q0 / press Save",
        "Ensure Bluetooth is turned off. | turn off Bluetooth",
        "Make sure Wi-Fi is enabled, then save. | turn on Wi-Fi / save",
        "Put a tick next to Oats. | tick Oats",
        "Remove the tick from Oats. | untick Oats",
        "Opt for the yearly plan. | choose the yearly plan",
        "Go for Berlin and submit. | choose Berlin / submit",
        "Turn the volume up to 7. | set the volume to 7",
        "Raise the volume to 7. | set the volume to 7",
        "Slide the brightness to 40 and press OK. | set the brightness to 40 / press OK",
        "Bring up the tab News. | open the tab News",
        "Key in \"abc\" as the code, and press Enter. | enter Q0 as the code / press Enter",
        "Provide \"Ann\" as the name and submit the form. | enter Q0 as the name / submit the form",
        "Start deleting the draft, but answer No when you are asked. | delete the draft / answer"
            + " No",
        "Select apple and pear and nothing else. | Select apple and pear",
        "For @ann, press Like. | press Like For @ann",
        "When the light is on, press Go. | press Go When the light is on",
        "If the lamp is on, press Off, otherwise press On. | press Off If the lamp is on /"
            + " otherwise press On",
        "Right-click the file and choose Rename. | Right-click the file / choose Rename",
        "Colour the word \"sun\" red. | make the word Q0 red",
        "Underline the word \"sun\". | make the word Q0 underlined",
        "Say \"Thanks\" to the post of Ann. | reply Q0 to the post of Ann",
        "Move the card Anna into the box Done. | drag the card Anna into the box Done",
        "Work out the sum and type the answer. | find the sum / type the answer",
        "First open the drawer; then take the key. | open the drawer / take the key",
        "I want you to choose the cheapest flight. | choose the cheapest flight",
        "We need to follow the link \"terms\". | follow the link Q0",
        "Remember to press Submit at the end. | press Submit",
        "Make an appointment with Dr. Reed for Friday and confirm it. | Make an appointment with"
            + " Dr. Reed for Friday / confirm it",
        "Send Ben a message that says: Who has the key? | Send Ben a message that says: Q0",
        "Post this in the club: We meet at ten | Post this in the club: Q0",
        "Bookmark the fair in Hollin (scroll and load more as needed). | Bookmark the fair in"
            + " Hollin",
        "Which file of type PDF is the largest? Select that file's row and press Get. | Select the"
            + " largest file of type PDF / press Get",
        "\"Oats\" should come right after \"Rye\". | move Q0 after Q1"
      })
  void readsOneWishInManyWordings(String instruction, String clauses) {
    assertThat(String.join(" / ", Clauses.of(instruction).texts())).isEqualTo(clauses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "After ticking both boxes, press Send. | tick both boxes / press Send",
        "Before pressing Send, tick both boxes. | tick both boxes / press Send",
        "Submit after filling in the code. | enter the code / submit",
        "Tick both boxes before pressing Send. | Tick both boxes / press Send",
        "Drag Anna to the 3rd position, then save. | Drag Anna to the 3rd position / save",
        "Wait until Download appears and press it. | Wait until Download appears / press it"
      })
  void putsWhatIsDoneFirstFirst(String instruction, String clauses) {
    assertThat(String.join(" / ", Clauses.of(instruction).texts())).isEqualTo(clauses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Enter the name and the order number shown above. | 1",
        "Order 2 coffees and 1 tea. | 1",
        "Select Copy and Paste. | 1",
        "In the menu, choose File and then Save. | 1",
        "Type the date of the report and book the room. | 2",
        "Pick the date 3 May 2027, then hit Book. | 2",
        "Choose Red, but do not press Submit. | 2"
      })
  void partsOnlyWhereAnotherDeedBegins(String instruction, int clauses) {
    assertThat(Clauses.of(instruction).texts()).hasSize(clauses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "three days after 30 May 2027 | 2027-06-02",
        "the day before 1 March 2028 | 2028-02-29",
        "a week later than 2027-05-03 | 2027-05-10",
        "the Friday after 3 May 2027 | 2027-05-07",
        "the Monday before 3 May 2027 | 2027-04-26",
        "the last day of February 2028 | 2028-02-29",
        "the second Tuesday of May 2027 | 2027-05-11",
        "26/06/2027 | 2027-06-26",
        "04/05/2027 (day/month/year) | 2027-05-04"
      })
  void tellsADateByAnother(String words, LocalDate date) {
    assertThat(Dates.in(words)).contains(date);
  }

  @Test
  void writesADateAsItIsAskedFor() {
    var date = LocalDate.of(2027, 6, 5);
    assertThat(DateText.hinted(date, "DD.MM.YYYY")).contains("05.06.2027");
    assertThat(DateText.hinted(date, "Month/Day/Year")).contains("06/05/2027");
    assertThat(DateText.hinted(date, "for example 2024-01-31")).contains("2027-06-05");
    assertThat(DateText.hinted(date, "Day of delivery")).isEmpty();
  }

  private static Brief brief(String wish) {
    return new Brief(Clauses.of(wish));
  }

  @Test
  void findsInAWishWhatAFormAsksFor() {
    var wish =
        "Book a table for 3 guests for Ann Reed in Oslo, without a highchair, ann@example.org";
    assertThat(brief(wish).number("Guests")).contains("3");
    assertThat(brief(wish).number("Number of guests")).contains("3");
    assertThat(brief(wish).text("Your name", "text")).contains("Ann Reed");
    assertThat(brief(wish).text("City", "text")).contains("Oslo");
    assertThat(brief(wish).text("E-mail", "email")).contains("ann@example.org");
    assertThat(brief(wish).wants("Highchair")).contains(false);
    assertThat(brief(wish).wants("Terrace")).isEmpty();
    assertThat(brief(wish).option(java.util.List.of("Bergen", "Oslo"), "Branch")).contains("Oslo");
  }

  @Test
  void givesOutAValueButOnce() {
    var wish = brief("Invite Ann Reed");
    assertThat(wish.proper()).contains("Ann Reed");
    assertThat(wish.proper()).isEmpty();
  }

  @Test
  void knowsCommonSynonyms() {
    assertThat(Thesaurus.nearness("big", "large")).isGreaterThan(1);
    assertThat(Thesaurus.nearness("big", "river")).isLessThan(1);
    assertThat(Deeds.of("delete")).startsWith("delete").contains("remove");
  }
}
