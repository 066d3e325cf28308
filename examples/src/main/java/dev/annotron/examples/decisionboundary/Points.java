package dev.annotron.examples.decisionboundary;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DatasetBuilder;
import java.util.List;
import java.util.Random;

/** Made-up points in a plane, of two classes in turn. */
enum Points {
  /** Two half circles that reach into each other. */
  MOONS(0.12) {
    @Override
    double[] place(double along, int side) {
      double angle = Math.PI * along;
      return side == 0
          ? new double[] {Math.cos(angle), Math.sin(angle)}
          : new double[] {1 - Math.cos(angle), 0.5 - Math.sin(angle)};
    }
  },
  /** A circle around another. */
  CIRCLES(0.08) {
    @Override
    double[] place(double along, int side) {
      double radius = side == 0 ? 1 : 0.5;
      return new double[] {
        radius * Math.cos(2 * Math.PI * along), radius * Math.sin(2 * Math.PI * along)
      };
    }
  },
  /** Two arms, each of one turn and a quarter. */
  SPIRALS(0.05) {
    @Override
    double[] place(double along, int side) {
      double angle = 2.5 * Math.PI * Math.sqrt(along) + Math.PI * side;
      double radius = 0.15 + 1.2 * Math.sqrt(along);
      return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
  };

  private final double noise;

  Points(double noise) {
    this.noise = noise;
  }

  /** The place at a share of the way along one of the two shapes. */
  abstract double[] place(double along, int side);

  /** Points near the shapes, the same for the same seed. */
  Dataset draw(int count, long seed) {
    Random random = new Random(seed);
    DatasetBuilder points =
        Dataset.builder(2, 1).featureNames(List.of("x", "y")).targetNames(List.of("class"));
    for (int i = 0; i < count; i++) {
      double[] place = place(random.nextDouble(), i % 2);
      float x = (float) (place[0] + noise * random.nextGaussian());
      float y = (float) (place[1] + noise * random.nextGaussian());
      points.add(new float[] {x, y}, new float[] {i % 2});
    }
    return points.build();
  }
}
