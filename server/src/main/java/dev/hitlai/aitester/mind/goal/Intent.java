package dev.hitlai.aitester.mind.goal;

/** What kind of thing a part of the mission asks for. */
public enum Intent {
  FOLLOW("follow the instruction"),
  FIND("find"),
  SEARCH("search for"),
  ADD_TO_CART("put into the cart"),
  CHECK_OUT("check out"),
  CHANGE_QUANTITY("change the quantity"),
  LOG_IN("log in"),
  SIGN_UP("create an account"),
  CONTACT("contact"),
  SUBSCRIBE("subscribe"),
  FILTER("filter"),
  SORT("sort"),
  FILL_FORM("fill in"),
  CHOOSE_DATE("choose a date"),
  CHANGE_SETTING("change"),
  CANCEL("cancel"),
  LOOK_AROUND("look around");

  private final String phrase;

  Intent(String phrase) {
    this.phrase = phrase;
  }

  /** How a person would name it, e.g. {@code put into the cart}. */
  public String phrase() {
    return phrase;
  }
}
