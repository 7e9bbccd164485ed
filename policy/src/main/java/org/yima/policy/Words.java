package org.yima.policy;

import java.util.List;
import java.util.Locale;
import org.yima.settlement.Hospital;
import org.yima.settlement.ItemClass;

/** How the constants of {@code settlement} are written in files. */
final class Words {

  static final List<Hospital.Level> LEVELS = List.of(Hospital.Level.values());
  static final List<ItemClass> CLASSES = List.of(ItemClass.values());

  private Words() {}

  /** {@code basic-fund} for {@code BASIC_FUND}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String level(Hospital.Level level) {
    return switch (level) {
      case ONE -> "1";
      case TWO -> "2";
      case THREE -> "3";
      case UNGRADED -> "ungraded";
    };
  }

  static String itemClass(ItemClass itemClass) {
    return switch (itemClass) {
      case CLASS_A -> "甲";
      case CLASS_B -> "乙";
      case SELF_PAID -> "丙";
      case SPECIAL -> "特";
    };
  }
}
