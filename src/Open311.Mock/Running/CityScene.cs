using Open311.Mock.Answers;
using Open311.Mock.Cities;

namespace Open311.Mock.Running;

/// <summary>A city and who answers for it: replaced as one when the city's file changes.</summary>
/// <param name="City">What is served.</param>
/// <param name="Started">The instant that its made-up requests are relative to.</param>
/// <param name="Desk">Who answers.</param>
internal sealed record CityScene(City City, DateTimeOffset Started, CityDesk Desk);
