using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Posting;

/// <summary>What a correct server would answer, for a dry run: so that the POSTs that would follow are planned, too. Nothing is judged by it.</summary>
static class Pretence
{
    public static Reply Answer(Ask ask, ProbeRequest request) => new(ask, new Inquiry
    {
        Attempts =
        [
            new Exchange
            {
                Request = request,
                Outcome = ExchangeOutcome.Answered,
                Answer = new Answer
                {
                    Status = ask.Purpose == Purpose.Refusal ? 400 : 200,
                    Body = Encoding.UTF8.GetBytes(ask.Format == Protocol.DataFormat.Json ? "[{}]" : "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request/></service_requests>"),
                },
            },
        ],
    });
}
