package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.page.Element;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenActionsTest {
  private static final String SITE = "https://shop.example";
  private static final AllowedHosts HOSTS = AllowedHosts.of(URI.create(SITE), Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Delete account",
        "DELETE MY ACCOUNT",
        "Yes, delete my account",
        "Permanently delete this account",
        "Close my account",
        "Deactivate account",
        "Remove my data",
        "Erase all my data",
        "Delete all of my personal data",
        "Cancel subscription",
        "Cancel your premium membership",
        "End membership",
        "Delete this workspace",
        "Leave organisation",
        "Delete project",
        "Delete 3 files",
        "Delete all",
        "Delete everything",
        "Delete forever",
        "Empty trash",
        "Factory reset",
        "Cancel my order",
        "Delete user",
        "Confirm account deletion",
        "Konto löschen",
        "Benutzerkonto endgültig löschen",
        "Abo kündigen",
        "Alles löschen",
        "Supprimer mon compte",
        "Résilier l’abonnement",
        "Eliminar mi cuenta",
        "Delete account and leave",
      })
  void stopsWhatTakesAnAccountOrDataAwayWhereverItStands(String label) {
    assertThat(reason(button(label))).contains("delete something for good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remove filter",
        "Remove all filters",
        "Delete filter",
        "Delete search",
        "Delete draft",
        "Clear search",
        "Clear all",
        "Reset form",
        "Reset password",
        "Delete from cart",
        "Remove item from basket",
        "Remove everything from the basket",
        "Aus dem Warenkorb entfernen",
        "Cancel",
        "Cancel and return to my account",
        "Close",
        "Close account menu",
        "Delete task",
        "Delete all completed items",
        "Delete",
        "Löschen",
        "Supprimer",
        "Remove",
        "Delete profile picture",
        "Create account",
        "My account",
        "Manage subscription",
        "End-user accounts",
        "How do I delete my account?",
        "Wie kann ich mein Konto löschen?",
        "Can I cancel my subscription?",
        "Erasers and pencils",
        "Wipe-clean tablecloth",
        "Sign out",
      })
  void leavesEverydayControlsToThePerson(String label) {
    assertThat(reason(button(label))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Delete, Your account, ''",
    "Delete, Danger zone, ''",
    "'Yes, delete it', Account settings, ''",
    "Delete, Users, ''",
    "Löschen, Mein Benutzerkonto, ''",
    "Supprimer, Mon compte, ''",
    "Yes, Delete account?, ''",
    "Continue, Cancel subscription, ''",
    "OK, '', Delete all my data",
    "Remove, Delete your workspace, ''",
    "Delete, '', Photos",
  })
  void judgesAShortLabelByWhatStandsAroundIt(String label, String heading, String group) {
    assertThat(reason(button(label, heading, group))).contains("delete something for good");
  }

  @ParameterizedTest
  @CsvSource({
    "Delete, My to-do list, Buy milk",
    "Delete, Tasks, Close the bank account",
    "Delete, Your basket, Blue mug",
    "Remove, Your order, Blue mug",
    "Delete, Your order, Blue mug",
    "Löschen, Warenkorb, Tasse",
    "Cancel, Delete account?, ''",
    "Close, Delete account?, ''",
    "Keep my account, Delete account?, ''",
    "Yes, Accept cookies?, ''",
    "Continue, Create your account, ''",
    "Delete, Saved filters, Red shoes",
  })
  void letsAShortLabelPassWhereNothingIsLost(String label, String heading, String group) {
    assertThat(reason(button(label, heading, group))).isEmpty();
  }

  @Test
  void readsTheAddressOfALinkOrForm() {
    assertThat(ForbiddenActions.reason(button("Confirm"), SITE + "/account/delete", HOSTS))
        .isPresent();
    assertThat(ForbiddenActions.reason(button("Submit"), SITE + "/subscription/cancel", HOSTS))
        .isPresent();
    assertThat(reason(link("Delete", SITE + "/users/7/delete"))).isNotEmpty();
    assertThat(ForbiddenActions.reason(button("Delete"), SITE + "/cart/7/delete", HOSTS)).isEmpty();
    assertThat(reason(link("Delete", SITE + "/account/basket/7/delete"))).isEmpty();
  }

  @Test
  void readsTheNameThatOnlyAScreenReaderSays() {
    var icon = element("button", "", "Delete account", "", "", null);
    assertThat(reason(icon)).contains("delete something for good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tweet", "Invite friends", "Send invitations", "Post publicly"})
  void doesNotWriteToOtherPeople(String label) {
    assertThat(reason(button(label))).contains("write to other people");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@example.org", "TEL:123", "sms:1", "whatsapp://send"})
  void doesNotLeaveTheBrowser(String address) {
    assertThat(reason(link("Contact", address))).contains("leaves the browser").contains(address);
  }

  @Test
  void sendsNoFormToAHostOutsideOfTheTest() {
    assertThat(ForbiddenActions.reason(button("Send"), "https://other.example/in", HOSTS))
        .hasValueSatisfying(reason -> assertThat(reason).contains("https://other.example/in"));
    assertThat(ForbiddenActions.reason(button("Send"), SITE + "/in", HOSTS)).isEmpty();
  }

  private static String reason(Element target) {
    return ForbiddenActions.reason(target, "", HOSTS).orElse("");
  }

  private static Element button(String label) {
    return button(label, "", "");
  }

  private static Element button(String label, String heading, String group) {
    return element("button", label, label, heading, group, null);
  }

  private static Element link(String label, String address) {
    return element("a", label, label, "", "", new Element.Link(address, false, false, false));
  }

  private static Element element(
      String tag, String text, String name, String heading, String group, Element.Link link) {
    return new Element(
        1,
        0,
        tag,
        link == null ? "button" : "link",
        name,
        text,
        "#it",
        new Box(0, 0, 80, 30),
        new Element.Look(true, true, false, 16, 7, "#000", "#fff", text.isEmpty(), false),
        new Element.State(false, null, null, null, false, false),
        new Element.Context(heading, "main", group),
        link,
        null,
        0,
        0);
  }
}
