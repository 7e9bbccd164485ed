package org.yima.platform.bill;

import java.util.Optional;
import org.yima.platform.institution.Institution;
import org.yima.settlement.MedicalType;

/** 交易订单类型, section 4.1. */
public enum OrderType {
  PHARMACY("drugsscan", MedicalType.Order.PHARMACY, Institution.Kind.PHARMACY),
  OUTPATIENT("hissscan", MedicalType.Order.OUTPATIENT, Institution.Kind.HOSPITAL),
  INPATIENT("hishospzed", MedicalType.Order.INPATIENT, Institution.Kind.HOSPITAL);

  private final String wire;
  private final MedicalType.Order medical;
  private final Institution.Kind place;

  OrderType(String wire, MedicalType.Order medical, Institution.Kind place) {
    this.wire = wire;
    this.medical = medical;
    this.place = place;
  }

  /** Reads the code; {@code hisscan} is what some clients send for {@code hissscan}. */
  public static Optional<OrderType> of(String code) {
    for (OrderType type : values()) {
      if (type.wire.equals(code) || (type == OUTPATIENT && code.equals("hisscan"))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public String wire() {
    return wire;
  }

  /** Which meaning the codes 14 and 16 have in such an order. */
  public MedicalType.Order medical() {
    return medical;
  }

  /** Whether such an order can come from this institution. */
  public boolean fits(Institution institution) {
    return institution.kind() == place;
  }
}
