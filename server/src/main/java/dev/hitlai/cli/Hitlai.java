package dev.hitlai.cli;

/** The one entry point of the program: every command starts here. */
public final class Hitlai {
  private Hitlai() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineTool.run(arguments));
  }
}
