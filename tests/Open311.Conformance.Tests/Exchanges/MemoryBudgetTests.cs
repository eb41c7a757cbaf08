using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Tests.Exchanges;

public class MemoryBudgetTests
{
    const int Mebibyte = 1024 * 1024;
    const int Least = 64 * 1024;

    [Test]
    public void An_answer_under_way_leaves_room_for_the_others_at_the_same_time()
    {
        var budget = new MemoryBudget(64L * Mebibyte, places: 2);

        budget.Reserve(Least, 32 * Mebibyte).Should().Be(16 * Mebibyte);
        budget.Reserve(Least, 32 * Mebibyte).Should().Be(8 * Mebibyte);
    }

    [Test]
    public void What_is_kept_is_not_given_again()
    {
        var budget = new MemoryBudget(4L * Mebibyte, places: 1);

        var allowed = budget.Reserve(Least, 32 * Mebibyte);
        budget.Settle(allowed, kept: 3 * Mebibyte);

        budget.Reserve(Least, 32 * Mebibyte).Should().Be(Mebibyte / 2);
    }

    [Test]
    public void The_least_is_given_even_when_nothing_is_left()
    {
        var budget = new MemoryBudget(Mebibyte, places: 1);

        budget.Reserve(Least, 32 * Mebibyte);

        budget.Reserve(Least, 32 * Mebibyte).Should().Be(Least);
    }
}
