/**
 * Business cycles (业务周期): ST001 opens one, ST002 closes it, everything that moves money belongs to
 * one. Shows {@link org.yima.platform.cycle.Cycles} to the features that need an open cycle.
 */
package org.yima.platform.cycle;
