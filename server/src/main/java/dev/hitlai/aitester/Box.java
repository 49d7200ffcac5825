package dev.hitlai.aitester;

/** A rectangle in CSS pixels of the page (not of the viewport), origin at the page's top left. */
public record Box(double x, double y, double width, double height) {

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public double area() {
    return width * height;
  }

  public boolean isEmpty() {
    return width <= 0 || height <= 0;
  }

  public boolean intersects(Box other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }
}
