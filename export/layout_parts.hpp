// What the layout is made of; for its own files and tests.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "export/layout.hpp"

namespace zonekg::layout {

struct Place {
  double x = 0, y = 0;
};

// Directions evenly spread for any number of them, as seeds on a sunflower: each turned by the golden angle.
class GoldenTurn {
 public:
  Place next();

 private:
  Place direction_{1, 0};
};

// Bodies with springs between them. Neighbours of body i stand at starts[i] … starts[i + 1].
struct Bodies {
  std::vector<double> mass;
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> neighbours;
  std::vector<double> stiffness; // of the springs to them

  [[nodiscard]] std::size_t size() const { return mass.size(); }
};

// Each link once in both directions, no loops.
Bodies make_bodies(std::vector<double> mass, std::vector<LayoutLink> links);

// Suns, each with those of its neighbours that are not taken: the same system with fewer bodies.
struct Coarser {
  Bodies bodies;
  std::vector<std::uint32_t> sun_of; // of each finer body
};
Coarser coarsen(const Bodies& bodies);

// Moves bodies towards rest: springs of no length pull, all bodies push each other by mass * mass / distance, and a weak
// pull to the origin keeps loosely tied parts near. Forces of whole systems are those of their bodies together, so that
// places of a coarser system are places of the finer one. `rounds`: at most.
void settle(const Bodies& bodies, std::vector<Place>& places, int rounds);

// What pushes a body at `at`: the sum over all others of mass / distance, and how fast that grows when it moves.
struct Push {
  double x = 0, y = 0, growth = 0;
};

// All bodies, nearer ones one by one and farther ones as groups (Barnes and Hut 1986).
class PushTree {
 public:
  PushTree(std::span<const Place> places, std::span<const double> mass);
  [[nodiscard]] Push on(std::uint32_t body) const;
  [[nodiscard]] const std::vector<std::uint32_t>& order() const { return order_; } // bodies that are near are near in it

 private:
  struct Cell {
    double x = 0, y = 0, mass = 0; // centre of mass
    double reach = 0;              // square of the distance from which on it is one
    std::uint32_t begin = 0, end = 0, next = 0; // in order_; the cell after all cells inside this one
    bool leaf = true;
  };
  void add_cells(std::uint32_t begin, std::uint32_t end, int level, double width);
  [[nodiscard]] Cell summed(std::uint32_t begin, std::uint32_t end, double width) const;

  std::span<const Place> places_;
  std::span<const double> mass_;
  std::vector<std::uint64_t> codes_; // of order_: bits of y and x in turn
  std::vector<std::uint32_t> order_;
  std::vector<Cell> cells_;
};

struct Box {
  double width = 0, height = 0;
  Place corner; // least x and y
};

// Sets the corners: no two boxes overlap, all together are about as wide as a screen. Earlier ones lie nearer to the
// corner of all.
void pack(std::vector<Box>& boxes);

} // namespace zonekg::layout
