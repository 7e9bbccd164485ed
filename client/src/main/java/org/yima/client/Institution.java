package org.yima.client;

/** Which hospital or pharmacy calls: its code and its name, as registered. */
final class Institution {
  private final String hospcode;
  private final String name;

  Institution(String hospcode, String name) {
    this.hospcode = hospcode;
    this.name = name;
  }

  String hospcode() {
    return hospcode;
  }

  String name() {
    return name;
  }
}
