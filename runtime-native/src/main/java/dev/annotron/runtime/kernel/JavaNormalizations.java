package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** {@link NormalizationKernels} in plain Java. */
interface JavaNormalizations extends NormalizationKernels {

  @Override
  default void batchMean(
      MemorySegment x, long xAt, MemorySegment mean, long meanAt, int rows, int columns) {
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (long at = j; at < (long) rows * columns; at += columns) {
        sum += x.getAtIndex(JAVA_FLOAT, xAt + at);
      }
      mean.setAtIndex(JAVA_FLOAT, meanAt + j, (float) (sum / rows));
    }
  }

  @Override
  default void batchVariance(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment variance,
      long varianceAt,
      int rows,
      int columns) {
    for (int j = 0; j < columns; j++) {
      float center = mean.getAtIndex(JAVA_FLOAT, meanAt + j);
      double sum = 0;
      for (long at = j; at < (long) rows * columns; at += columns) {
        double distance = x.getAtIndex(JAVA_FLOAT, xAt + at) - center;
        sum += distance * distance;
      }
      variance.setAtIndex(JAVA_FLOAT, varianceAt + j, (float) (sum / rows));
    }
  }

  @Override
  default void inverseDeviation(
      MemorySegment variance,
      long varianceAt,
      MemorySegment y,
      long yAt,
      int count,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      double square = (double) variance.getAtIndex(JAVA_FLOAT, varianceAt + i) + epsilon;
      y.setAtIndex(JAVA_FLOAT, yAt + i, (float) (1 / Math.sqrt(square)));
    }
  }

  @Override
  default void standardize(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment bias,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    for (int row = 0; row < rows; row++) {
      long at = (long) row * columns;
      for (int j = 0; j < columns; j++) {
        float distance =
            x.getAtIndex(JAVA_FLOAT, xAt + at + j) - mean.getAtIndex(JAVA_FLOAT, meanAt + j);
        float value = distance * factor.getAtIndex(JAVA_FLOAT, factorAt + j);
        y.setAtIndex(
            JAVA_FLOAT,
            yAt + at + j,
            biasAt < 0 ? value : value + bias.getAtIndex(JAVA_FLOAT, biasAt + j));
      }
    }
  }

  @Override
  default void centeredSum(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment sum,
      long sumAt,
      int rows,
      int columns) {
    for (int j = 0; j < columns; j++) {
      float center = mean.getAtIndex(JAVA_FLOAT, meanAt + j);
      double total = 0;
      for (long at = j; at < (long) rows * columns; at += columns) {
        float distance = x.getAtIndex(JAVA_FLOAT, xAt + at) - center;
        total += distance * dy.getAtIndex(JAVA_FLOAT, dyAt + at);
      }
      sum.setAtIndex(JAVA_FLOAT, sumAt + j, (float) total);
    }
  }

  @Override
  default void batchSlopes(
      MemorySegment variance,
      long varianceAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment dBias,
      long dBiasAt,
      MemorySegment dFactor,
      long dFactorAt,
      MemorySegment slopes,
      long slopesAt,
      int rows,
      int columns,
      float epsilon) {
    for (int j = 0; j < columns; j++) {
      double scale = factor.getAtIndex(JAVA_FLOAT, factorAt + j) / (double) rows;
      double square = (double) variance.getAtIndex(JAVA_FLOAT, varianceAt + j) + epsilon;
      double constant = scale * dBias.getAtIndex(JAVA_FLOAT, dBiasAt + j);
      double incline = scale * dFactor.getAtIndex(JAVA_FLOAT, dFactorAt + j) / square;
      slopes.setAtIndex(JAVA_FLOAT, slopesAt + j, (float) constant);
      slopes.setAtIndex(JAVA_FLOAT, slopesAt + columns + j, (float) incline);
    }
  }

  @Override
  default void batchGradient(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment slopes,
      long slopesAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    for (int row = 0; row < rows; row++) {
      long at = (long) row * columns;
      for (int j = 0; j < columns; j++) {
        float distance =
            x.getAtIndex(JAVA_FLOAT, xAt + at + j) - mean.getAtIndex(JAVA_FLOAT, meanAt + j);
        float direct =
            dy.getAtIndex(JAVA_FLOAT, dyAt + at + j) * factor.getAtIndex(JAVA_FLOAT, factorAt + j);
        float away = slopes.getAtIndex(JAVA_FLOAT, slopesAt + j);
        float incline = slopes.getAtIndex(JAVA_FLOAT, slopesAt + columns + j);
        dx.setAtIndex(JAVA_FLOAT, dxAt + at + j, direct - away - distance * incline);
      }
    }
  }

  @Override
  default void normalize(
      MemorySegment x,
      long xAt,
      MemorySegment gamma,
      long gammaAt,
      MemorySegment beta,
      long betaAt,
      MemorySegment y,
      long yAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon) {
    NormalGroups all = new NormalGroups(outer, groups, inner, scaled, centered, epsilon);
    for (int sample = 0; sample < samples; sample++) {
      long at = (long) sample * all.size();
      for (int group = 0; group < groups; group++) {
        float mean = JavaStatistics.mean(x, xAt + at, all, group);
        float factor = JavaStatistics.factor(x, xAt + at, all, group, mean);
        for (int i = 0; i < all.count(); i++) {
          int place = all.place(group, i);
          int gain = place % all.scaled();
          float value = (x.getAtIndex(JAVA_FLOAT, xAt + at + place) - mean) * factor;
          float gained = gammaAt < 0 ? value : value * gamma.getAtIndex(JAVA_FLOAT, gammaAt + gain);
          y.setAtIndex(
              JAVA_FLOAT,
              yAt + at + place,
              betaAt < 0 ? gained : gained + beta.getAtIndex(JAVA_FLOAT, betaAt + gain));
        }
      }
    }
  }

  @Override
  default void normalizeGradient(
      MemorySegment x,
      long xAt,
      MemorySegment gamma,
      long gammaAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon) {
    NormalGroups all = new NormalGroups(outer, groups, inner, scaled, centered, epsilon);
    for (int sample = 0; sample < samples; sample++) {
      long at = (long) sample * all.size();
      for (int group = 0; group < groups; group++) {
        float mean = JavaStatistics.mean(x, xAt + at, all, group);
        float factor = JavaStatistics.factor(x, xAt + at, all, group, mean);
        double sum = 0;
        double product = 0;
        for (int i = 0; i < all.count(); i++) {
          int place = all.place(group, i);
          float d = JavaStatistics.scaled(dy, dyAt + at, gamma, gammaAt, place, all);
          sum += d;
          product += d * ((x.getAtIndex(JAVA_FLOAT, xAt + at + place) - mean) * factor);
        }
        float away = all.centered() ? (float) (sum / all.count()) : 0;
        float incline = (float) (product / all.count());
        for (int i = 0; i < all.count(); i++) {
          int place = all.place(group, i);
          float d = JavaStatistics.scaled(dy, dyAt + at, gamma, gammaAt, place, all);
          float normal = (x.getAtIndex(JAVA_FLOAT, xAt + at + place) - mean) * factor;
          dx.setAtIndex(JAVA_FLOAT, dxAt + at + place, factor * (d - away - normal * incline));
        }
      }
    }
  }

  @Override
  default void normalizeGainGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dGamma,
      long dGammaAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon) {
    NormalGroups all = new NormalGroups(outer, groups, inner, scaled, centered, epsilon);
    double[] totals = JavaStatistics.zeros(all.scaled());
    for (int sample = 0; sample < samples; sample++) {
      long at = (long) sample * all.size();
      for (int group = 0; group < groups; group++) {
        float mean = JavaStatistics.mean(x, xAt + at, all, group);
        float factor = JavaStatistics.factor(x, xAt + at, all, group, mean);
        for (int i = 0; i < all.count(); i++) {
          int place = all.place(group, i);
          float normal = (x.getAtIndex(JAVA_FLOAT, xAt + at + place) - mean) * factor;
          totals[place % all.scaled()] += normal * dy.getAtIndex(JAVA_FLOAT, dyAt + at + place);
        }
      }
    }
    for (int j = 0; j < all.scaled(); j++) {
      dGamma.setAtIndex(JAVA_FLOAT, dGammaAt + j, (float) totals[j]);
    }
  }
}
