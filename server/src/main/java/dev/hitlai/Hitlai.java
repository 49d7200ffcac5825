package dev.hitlai;

/** The one entry point of the program. */
public final class Hitlai {
  private Hitlai() {}

  public static void main(String[] args) {
    System.out.println("hitlai");
  }
}
