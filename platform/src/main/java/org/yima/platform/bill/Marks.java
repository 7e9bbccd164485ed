package org.yima.platform.bill;

import org.yima.settlement.Member.Assistance;
import org.yima.settlement.Treated;

/**
 * What sets the holder apart, in the words of {@code registerret} and {@code balanceret}: 1 for
 * yes, 0 for no, and codes of our own where the interface prints none.
 *
 * @param treated 就医地类别: 0 local, 1 residing, 2 referred, 3 emergency, 4 not filed
 * @param assistance 医疗救助对象类别: blank for none, else 1 to 7 in the order of {@link Assistance}
 * @param aged 60 or older
 */
public record Marks(String treated, String assistance, String civilServant, String aged) {

  private static final int OLD = 60;

  static Marks of(Treated treated, Assistance assistance, boolean civilServant, int age) {
    return new Marks(
        switch (treated) {
          case LOCAL -> "0";
          case RESIDING -> "1";
          case REFERRED -> "2";
          case EMERGENCY -> "3";
          case UNFILED -> "4";
        },
        switch (assistance) {
          case NONE -> "";
          case EXTREME_POVERTY -> "1";
          case ORPHAN -> "2";
          case MINIMUM_LIVING -> "3";
          case LOW_INCOME -> "4";
          case POVERTY_REGISTERED -> "5";
          case SEVERELY_DISABLED -> "6";
          case PREFERENTIAL -> "7";
        },
        yes(civilServant),
        yes(age >= OLD));
  }

  String assisted() {
    return yes(!assistance.isEmpty());
  }

  String minimumLiving() {
    return yes(assistance.equals("3"));
  }

  String lowIncome() {
    return yes(assistance.equals("4"));
  }

  String povertyRegistered() {
    return yes(assistance.equals("5"));
  }

  String severelyDisabled() {
    return yes(assistance.equals("6"));
  }

  private static String yes(boolean holds) {
    return holds ? "1" : "0";
  }
}
