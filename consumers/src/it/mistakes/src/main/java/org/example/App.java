package org.example;

/** Uses the class that cannot be generated: no word about that. */
public final class App {
  private App() {}

  /** Says what the network answers. */
  public static void main(String[] args) {
    System.out.println(new XorNet().predict(1, 0)[0]);
  }
}
